import PhoneOutlined from "@ant-design/icons/PhoneOutlined";
import { Button, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useSearch } from "wouter";
import { useMe } from "../../session/session";
import { Page } from "../../shell/Page";
import { read, write, type Asked } from "./list/address";
import { TicketList } from "./list/TicketList";
import { useNarrow } from "./list/useNarrow";
import { listAhead } from "./list/useTicketList";
import { Queues } from "./Queues";
import { queuesAhead, useQueueName, useQueues } from "./useQueues";
import "./desk.css";

/** All that is open, as the navigation asks for it. */
export function ahead(): void {
  queuesAhead();
  listAhead("");
}

/** Queues on the left, the chosen one's tickets on the right; what is shown stands in the address. */
export default function DeskPage() {
  const { t } = useTranslation("desk");
  const me = useMe();
  const [, go] = useLocation();
  const asked = read(useSearch());
  const isNarrow = useNarrow();
  const [open, setOpen] = useState(false);
  const queues = useQueues();
  const nameOf = useQueueName();
  const queue = queues.data?.items.find(({ key }) => key === asked.queue);
  const name = asked.queue === undefined ? t("allOpen") : queue ? nameOf(queue) : t("title");
  const ask = (next: Asked) => go(`/desk?${write(next)}`, { replace: true });

  return (
    <Page
      title={name}
      actions={
        <>
          {isNarrow && <Button onClick={() => setOpen(true)}>{t("queues")}</Button>}
          {me.may.includes("ask_for_anybody") && (
            <Button type="primary" icon={<PhoneOutlined aria-hidden />} onClick={() => go("/desk/register")}>
              {t("register")}
            </Button>
          )}
        </>
      }
    >
      <div className="desk">
        {isNarrow ? (
          <Drawer open={open} onClose={() => setOpen(false)} placement="left" title={t("queues")} size={300}>
            <Queues at={asked.queue} onChosen={() => setOpen(false)} />
          </Drawer>
        ) : (
          <Queues at={asked.queue} />
        )}
        <TicketList asked={asked} onAsk={ask} />
      </div>
    </Page>
  );
}
