import EyeInvisibleOutlined from "@ant-design/icons/EyeInvisibleOutlined";
import EyeOutlined from "@ant-design/icons/EyeOutlined";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { api, once } from "../../api/client";
import { useProblemText } from "../../shell/ProblemNotice";
import { useAct } from "./act";
import type { Ticket } from "./data";

export function WatchTicket({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("ticket");
  const { message } = App.useApp();
  const text = useProblemText();
  const params = { path: { number: ticket.number } };
  const watch = useAct(ticket.number, (on: boolean, key) =>
    on
      ? api.POST("/api/v1/tickets/{number}/watchers", { params: { ...params, header: once(key) }, body: {} })
      : api.DELETE("/api/v1/tickets/{number}/watchers", { params: { ...params, header: once(key) } }),
  );
  const toggle = () => watch.mutate(!ticket.watching, { onError: (problem) => void message.error(text(problem)) });
  return (
    <Button icon={ticket.watching ? <EyeInvisibleOutlined aria-hidden /> : <EyeOutlined aria-hidden />} loading={watch.isPending} onClick={toggle}>
      {ticket.watching ? t("watch.stop") : t("watch.start")}
    </Button>
  );
}
