import CloseOutlined from "@ant-design/icons/CloseOutlined";
import { Button } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { api, once } from "../../api/client";
import { Go } from "../../shell/Go";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { useAct } from "../ticket/act";
import type { Ticket } from "../ticket/data";

/** What it has to do with; who may link may also take a link away. */
export function Links({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("workbench");
  const heading = useId();
  const drop = useAct(ticket.number, (body: { type: string; to: string }, key) =>
    api.DELETE("/api/v1/tickets/{number}/links", { params: { path: { number: ticket.number }, header: once(key) }, body }),
  );
  const links = ticket.links ?? [];
  if (links.length === 0) return null;
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading}>{t("links.title")}</h2>
      <ul className="bench-plain">
        {links.map(({ type, to, title, status, reason }) => (
          <li key={`${type} ${to}`} className="bench-line">
            <span>
              <span className="quiet">{t(`ticket:link.${type}`, { defaultValue: type })}</span>{" "}
              {status || title ? <Go to={`/desk/${to}`}>{to}</Go> : /^https?:\/\//.test(to) ? <a href={to} rel="noreferrer" target="_blank">{to}</a> : to} {title}{" "}
              {status && <span className="quiet">{t(`words:status.${status}`)}</span>}
              {reason && <div className="quiet">{reason}</div>}
            </span>
            {ticket.actions.includes("link") && (
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined aria-hidden />}
                loading={drop.isPending && drop.variables.to === to}
                aria-label={t("links.remove", { to })}
                onClick={() => drop.mutate({ type, to })}
              />
            )}
          </li>
        ))}
      </ul>
      {drop.error && <ProblemNotice problem={drop.error} />}
    </section>
  );
}
