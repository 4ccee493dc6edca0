import { useTranslation } from "react-i18next";
import { may, useMe } from "../../../session/session";
import { Go } from "../../../shell/Go";
import { Moment } from "../../../time/Moment";
import { useTime } from "../../../time/time";
import { groupPath, personPath } from "../named";
import { details, differences, isMoment, isNothing, named, worded, type Entry } from "./entries";

/** One entry: who did what to whom, from where, and what is another since. */
export function EntryLine({ entry }: { entry: Entry }) {
  const { t } = useTranslation("admin");
  const me = useMe();
  const about = named(entry);
  const changes = differences(entry.data);
  const links = { person: may(me, "see_people") && personPath, group: may(me, "see_groups") && groupPath, other: false } as const;
  const link = about && links[about.kind];
  return (
    <li className="card">
      <div className="admin-log-head">
        <strong>{t(`action.${entry.type.replace(".", "_")}`, { defaultValue: entry.type })}</strong>
        {about && (link ? <Go to={link(about.name)}>{about.name}</Go> : <span>{about.name}</span>)}
        <span className="quiet">
          <Moment at={entry.at} />
        </span>
      </div>
      <div className="quiet">
        {entry.actor ? t("audit.by", { name: entry.actor.name, username: entry.actor.username }) : t(entry.origin ? "audit.stranger" : "audit.desk")}
        {entry.origin && ` · ${[entry.origin.address, t(`agent.${entry.origin.agent}`), entry.origin.door === "none" ? "" : t(`door.${entry.origin.door}`)].filter(Boolean).join(" · ")}`}
      </div>
      {details(entry.data)
        .filter(([name]) => !(name === "person" && about?.kind === "person"))
        .map(([name, value]) => (
          <div key={name}>
            <span className="quiet">{t(`detail.${name}`, { defaultValue: name })}:</span> {worded(value)}
          </div>
        ))}
      {changes.length > 0 && (
        <ul className="admin-changes">
          {changes.map(({ field, from, to }) => (
            <li key={field}>
              <span className="quiet">{t(`field.${field}`, { defaultValue: field })}</span>
              <span>
                {!isNothing(from) && (
                  <>
                    <del>
                      <Value of={field} value={from} />
                    </del>
                    <span aria-hidden="true"> → </span>
                  </>
                )}
                <ins>
                  <Value of={field} value={to} />
                </ins>
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Value({ of, value }: { of: string; value: unknown }) {
  const { t } = useTranslation("admin");
  const time = useTime();
  if (isNothing(value)) return t("audit.nothing");
  if (isMoment(value)) return time.moment(value);
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (of === "roles" && Array.isArray(value)) return value.map((role) => t(`words:role.${String(role)}`, { defaultValue: String(role) })).join(", ");
  if (of === "profile") return t(`profile.${String(value)}`, { defaultValue: String(value) });
  if (of === "line") return t(`line.${String(value)}`, { defaultValue: String(value) });
  return worded(value);
}
