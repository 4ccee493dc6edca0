import DownOutlined from "@ant-design/icons/DownOutlined";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { operations, type Operation } from "../act/operations";
import type { Ticket } from "./useTicketList";

const first = 4;

interface Props {
  selected: Ticket[];
  onAct: (operation: Operation, tickets: Ticket[]) => void;
  onClear: () => void;
}

/** What the server allows on at least one of the selected tickets, with on how many. */
export function BulkBar({ selected, onAct, onClear }: Props) {
  const { t } = useTranslation("desk");
  const offered = operations
    .filter(({ bulk }) => bulk)
    .map((operation) => ({ operation, on: selected.filter(({ actions }) => actions.includes(operation.name)) }))
    .filter(({ on }) => on.length > 0);
  const name = ({ operation, on }: (typeof offered)[number]) =>
    on.length === selected.length ? t(`act.${operation.name}`) : `${t(`act.${operation.name}`)} (${on.length})`;
  const more = offered.slice(first);
  return (
    <div className="desk-bulk" role="region" aria-label={t("bulk.bar")}>
      <span role="status">{t("bulk.selected", { count: selected.length })}</span>
      {offered.slice(0, first).map((offer) => (
        <Button key={offer.operation.name} size="small" onClick={() => onAct(offer.operation, offer.on)}>
          {name(offer)}
        </Button>
      ))}
      {more.length > 0 && (
        <Dropdown
          trigger={["click"]}
          menu={{ items: more.map((offer) => ({ key: offer.operation.name, label: name(offer), onClick: () => onAct(offer.operation, offer.on) })) }}
        >
          <Button size="small">
            {t("more")} <DownOutlined aria-hidden />
          </Button>
        </Dropdown>
      )}
      <Button size="small" type="text" onClick={onClear}>
        {t("bulk.clear")}
      </Button>
    </div>
  );
}
