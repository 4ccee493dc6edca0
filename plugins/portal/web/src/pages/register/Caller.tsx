import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Go } from "../../shell/Go";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { Ago } from "../../time/Moment";
import { openStatuses } from "../desk/list/address";
import { StatusTag } from "../desk/list/columns";
import { listQuery, type Ticket } from "../desk/list/useTicketList";
import { PersonCard } from "../workbench/People";
import "../workbench/workbench.css";

const most = 8;

/** Who calls, and what they have open: the call may be about one of these. */
export function Caller({ username, item }: { username: string; item: string | undefined }) {
  const { t } = useTranslation("register");
  const heading = useId();
  const filters = { requested_for: username, status: `${openStatuses},resolved` };
  const open = useQuery({
    queryKey: ["tickets", "of", username],
    queryFn: () => listQuery(filters, { sort: "-updated_at", limit: most }),
  });
  const tickets = (open.data?.items ?? []) as Ticket[];
  const [first] = tickets;
  const count = tickets.filter(({ status }) => status !== "resolved").length;
  // The same item first: it may be the same wish.
  const sorted = [...tickets].sort((one, two) => Number(two.item === item) - Number(one.item === item));
  return (
    <section className="card" aria-labelledby={heading}>
      {first && <PersonCard person={first.requested_for} />}
      <h2 id={heading}>{open.data?.next_cursor ? t("openAtLeast", { count }) : t("open", { count })}</h2>
      {open.error && <ProblemNotice problem={open.error} onRetry={() => void open.refetch()} />}
      <ul className="bench-plain">
        {sorted.map((ticket) => (
          <li key={ticket.number}>
            <Go to={`/desk/${ticket.number}`}>{ticket.number}</Go> {ticket.title} <StatusTag status={ticket.status} />{" "}
            <span className="quiet">
              <Ago at={ticket.updated_at} />
              {ticket.item === item && <strong> · {t("same")}</strong>}
            </span>
          </li>
        ))}
      </ul>
      {open.data?.next_cursor && (
        <Go to={`/desk?requested_for=${username}&status=${filters.status}&sort=-updated_at`}>
          <Button size="small" tabIndex={-1}>
            {t("all")}
          </Button>
        </Go>
      )}
    </section>
  );
}
