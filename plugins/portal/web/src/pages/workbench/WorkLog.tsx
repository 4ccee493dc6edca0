import { useQuery } from "@tanstack/react-query";
import { Button, Input, InputNumber } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, once } from "../../api/client";
import { Problem } from "../../api/problem";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { Moment } from "../../time/Moment";
import { useAct } from "../ticket/act";
import type { Ticket } from "../ticket/data";

/** How long who worked on it; a line adds to it. */
export function WorkLog({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("workbench");
  const heading = useId();
  const id = useId();
  const { number } = ticket;
  const [minutes, setMinutes] = useState<number | null>(null);
  const [note, setNote] = useState("");
  const log = useQuery({
    queryKey: ["ticket", number, "work"],
    queryFn: () => got(api.GET("/api/v1/tickets/{number}/work", { params: { path: { number }, query: { limit: 200 } } })),
  });
  const add = useAct(
    number,
    (body: { minutes: number; note: string }, key) => api.POST("/api/v1/tickets/{number}/work", { params: { path: { number }, header: once(key) }, body }),
    () => {
      setMinutes(null);
      setNote("");
    },
  );
  const entries = log.data?.items ?? [];
  if (!ticket.actions.includes("work") && entries.length === 0) return null;
  const refused = add.error instanceof Problem ? add.error.errors.map(({ message }) => message).join(" ") : "";
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading}>{ticket.work ? t("work.sum", { minutes: ticket.work.minutes }) : t("work.title")}</h2>
      {log.error && <ProblemNotice problem={log.error} onRetry={() => void log.refetch()} />}
      <ul className="bench-plain">
        {entries.map((entry) => (
          <li key={entry.id}>
            <strong>{t("work.minutes", { count: entry.minutes })}</strong> {entry.note}
            <div className="quiet">
              {entry.author.name}, <Moment at={entry.when} />
            </div>
          </li>
        ))}
      </ul>
      {ticket.actions.includes("work") && (
        <form
          className="bench-add"
          onSubmit={(event) => {
            event.preventDefault();
            if (minutes) add.mutate({ minutes, note: note.trim() });
          }}
        >
          <InputNumber id={id} aria-label={t("work.minutesLabel")} placeholder={t("work.min")} value={minutes} onChange={setMinutes} min={-1440} max={1440} precision={0} />
          <Input aria-label={t("work.note")} placeholder={t("work.note")} value={note} onChange={(event) => setNote(event.target.value)} />
          <Button htmlType="submit" disabled={!minutes} loading={add.isPending}>
            {t("work.add")}
          </Button>
          {refused && (
            <div role="alert" className="bad">
              {refused}
            </div>
          )}
        </form>
      )}
      {add.error && !refused && <ProblemNotice problem={add.error} />}
    </section>
  );
}
