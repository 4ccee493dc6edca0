import SnippetsOutlined from "@ant-design/icons/SnippetsOutlined";
import { useMutation, useQuery } from "@tanstack/react-query";
import { App, Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got } from "../../api/client";
import { useProblemText } from "../../shell/ProblemNotice";
import { NewReply } from "./NewReply";

/** Replies that fit the ticket, put into the box with what the ticket says in their places. */
export function CannedReplies({ number, onTaken }: { number: string; onTaken: (text: string) => void }) {
  const { t } = useTranslation("workbench");
  const { message } = App.useApp();
  const text = useProblemText();
  const [writes, setWrites] = useState(false);
  const replies = useQuery({
    queryKey: ["canned-replies", number],
    queryFn: () => got(api.GET("/api/v1/canned-replies", { params: { query: { ticket: number, limit: 100 } } })),
  });
  const take = useMutation({
    mutationFn: (name: string) => got(api.POST("/api/v1/tickets/{number}/canned-replies/{name}", { params: { path: { number, name } }, body: {} })),
    onSuccess: (reply) => onTaken(reply.text),
    onError: (problem) => void message.error(text(problem)),
  });
  const items = (replies.data?.items ?? []).map(({ name, title }) => ({ key: name, label: title, onClick: () => take.mutate(name) }));
  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{ items: [...items, ...(items.length > 0 ? [{ type: "divider" as const }] : []), { key: "+", label: t("reply.write"), onClick: () => setWrites(true) }] }}
      >
        <Button size="small" icon={<SnippetsOutlined aria-hidden />} loading={take.isPending}>
          {t("reply.title")}
        </Button>
      </Dropdown>
      {writes && <NewReply onClose={() => setWrites(false)} />}
    </>
  );
}
