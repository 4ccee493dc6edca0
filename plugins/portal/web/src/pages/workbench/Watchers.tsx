import CloseOutlined from "@ant-design/icons/CloseOutlined";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { api, got, once } from "../../api/client";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { PersonPicker } from "../desk/pick/PersonPicker";
import { useAct } from "../ticket/act";
import type { Ticket } from "../ticket/data";

/** Who is told what becomes of it; staff let others watch. */
export function Watchers({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("workbench");
  const heading = useId();
  const { number } = ticket;
  const watchers = useQuery({
    queryKey: ["ticket", number, "watchers"],
    queryFn: () => got(api.GET("/api/v1/tickets/{number}/watchers", { params: { path: { number } } })),
  });
  const add = useAct(number, (user: string, key) =>
    api.POST("/api/v1/tickets/{number}/watchers", { params: { path: { number }, header: once(key) }, body: { user } }),
  );
  const drop = useAct(number, (user: string, key) =>
    api.DELETE("/api/v1/tickets/{number}/watchers", { params: { path: { number }, query: { user }, header: once(key) } }),
  );
  const problem = watchers.error ?? add.error ?? drop.error;
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading}>{t("watchers.title")}</h2>
      <ul className="bench-plain">
        {watchers.data?.items.map(({ person }) => (
          <li key={person.username} className="bench-line">
            <span>{person.name}</span>
            {ticket.actions.includes("watch") && (
              <Button type="text" size="small" icon={<CloseOutlined aria-hidden />} aria-label={t("watchers.remove", { name: person.name })} onClick={() => drop.mutate(person.username)} />
            )}
          </li>
        ))}
      </ul>
      {ticket.actions.includes("watch") && (
        <PersonPicker label={t("watchers.add")} placeholder={t("watchers.add")} value={undefined} onChange={(user) => typeof user === "string" && add.mutate(user)} />
      )}
      {problem && <ProblemNotice problem={problem} />}
    </section>
  );
}
