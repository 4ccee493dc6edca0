import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { usePeopleNames } from "../../people/names";
import { Go } from "../../shell/Go";
import { Ago, Moment } from "../../time/Moment";
import { openStatuses } from "../desk/list/address";
import type { Ticket } from "../ticket/data";
import { othersOf } from "./others";

/** So many stand here; the others are a list of their own. */
const most = 4;

type Person = Schemas["PersonView"];

/** Whom it is for, how they are reached, and what else they have open. */
export function People({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("workbench");
  const heading = useId();
  const { requested_for: whom, requester, opened_by: opener, contact, around } = ticket;
  const others = othersOf(around?.others ?? []);
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading}>{t("people.for")}</h2>
      <PersonCard person={whom} />
      {requester.username !== whom.username && (
        <>
          <h3>{t("people.requester")}</h3>
          <PersonCard person={requester} />
        </>
      )}
      {contact && (
        <>
          <h3>{t("people.contact")}</h3>
          <PersonCard person={{ username: "", ...contact }} />
        </>
      )}
      {opener.username !== requester.username && <p className="quiet">{t("people.opened", { name: opener.name, channel: ticket.channel })}</p>}
      {others.sorted.length > 0 && (
        <>
          <h3>{others.areMore ? t("people.othersAtLeast", { count: others.count }) : t("people.others", { count: others.count })}</h3>
          <ul className="bench-plain">
            {others.sorted.slice(0, most).map((other) => (
              <li key={other.number}>
                <Go to={`/desk/${other.number}`}>{other.number}</Go> {other.title}{" "}
                <span className="quiet">
                  {t(`words:status.${other.status}`)}, <Ago at={other.created_at} />
                  {other.same_item && <strong> · {t("people.same")}</strong>}
                </span>
              </li>
            ))}
          </ul>
          {others.sorted.length > most && <Go to={`/desk?requested_for=${whom.username}&status=${openStatuses}&sort=-updated_at`}>{t("people.all")}</Go>}
        </>
      )}
    </section>
  );
}

export function PersonCard({ person }: { person: Person }) {
  const { t } = useTranslation("workbench");
  const nameOf = usePeopleNames(person.manager ? [person.manager] : []);
  const place = [person.department, person.location].filter(Boolean).join(" · ");
  return (
    <div className="bench-person">
      <strong>{person.name}</strong> {person.username && <span className="quiet">{person.username}</span>}
      {place && <div>{place}</div>}
      {person.phone && (
        <div>
          <a href={`tel:${person.phone.replace(/[^\d+]/g, "")}`}>{person.phone}</a>
        </div>
      )}
      {person.email && (
        <div>
          <a href={`mailto:${person.email}`}>{person.email}</a>
        </div>
      )}
      {person.manager && <div className="quiet">{t("people.manager", { name: nameOf(person.manager) })}</div>}
      {person.absence && (
        <div className="due-soon">
          {t("people.away")} <Moment at={person.absence.to} />
        </div>
      )}
    </div>
  );
}
