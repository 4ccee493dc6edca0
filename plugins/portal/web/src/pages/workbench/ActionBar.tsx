import DownOutlined from "@ant-design/icons/DownOutlined";
import { App, Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useProblemText } from "../../shell/ProblemNotice";
import { useMe } from "../../session/session";
import { operations, type Operation } from "../desk/act/operations";
import { perform } from "../desk/act/perform";
import { useAct } from "../ticket/act";
import type { Ticket } from "../ticket/data";

/** So many stand as buttons; the others in the menu behind them. */
const first = 6;

/** What the server says can be done now, the most frequent first. */
export function ActionBar({ ticket, onAct }: { ticket: Ticket; onAct: (operation: Operation) => void }) {
  const { t } = useTranslation("desk");
  const me = useMe();
  const { message } = App.useApp();
  const text = useProblemText();
  const offered = operations.filter(({ name }) => ticket.actions.includes(name));
  const at = useAct(ticket.number, ({ name, body }: { name: string; body: Record<string, unknown> }, key) => {
    const operation = operations.find((one) => one.name === name);
    return operation ? perform(operation, ticket.number, body, key) : Promise.resolve();
  });
  const now = (name: string, body: Record<string, unknown>) => at.mutate({ name, body }, { onError: (problem) => void message.error(text(problem)) });
  const press = (operation: Operation) => (operation.fields.length === 0 ? now(operation.name, {}) : onAct(operation));
  const claims = ticket.actions.includes("assign") && ticket.assignee?.username !== me.username;
  const more = offered.slice(first);
  return (
    <div className="bench-actions" role="group" aria-label={t("actions")}>
      {offered.slice(0, first).map((operation, index) => (
        <Button key={operation.name} type={index === 0 ? "primary" : "default"} disabled={at.isPending} onClick={() => press(operation)}>
          {t(`act.${operation.name}`)}
        </Button>
      ))}
      {claims && (
        <Button disabled={at.isPending} onClick={() => now("assign", { assignee: me.username })}>
          {t("claim")}
        </Button>
      )}
      {more.length > 0 && (
        <Dropdown
          trigger={["click"]}
          menu={{ items: more.map((operation) => ({ key: operation.name, danger: operation.isGrave ?? false, label: t(`act.${operation.name}`), onClick: () => press(operation) })) }}
        >
          <Button>
            {t("more")} <DownOutlined aria-hidden />
          </Button>
        </Dropdown>
      )}
    </div>
  );
}
