import { useMutation } from "@tanstack/react-query";
import { Button, Popconfirm, Tag } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import { queries } from "../../api/queries";
import { useMe } from "../../session/session";
import { Page } from "../../shell/Page";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { untold } from "../../shell/untold";
import { useTime } from "../../time/time";
import { dayIn, isStartOfDay, lastDay, startOfDay, useAbsences, type Absence } from "./absences";
import "./absences.css";
import { NewAbsence } from "./NewAbsence";

/** When I am away and who stands in for me; and for whom I stand in. */
export default function AbsencesPage() {
  const { t } = useTranslation("absences");
  const me = useMe();
  const absences = useAbsences();
  const [saved, setSaved] = useState<string>();
  const all = absences.data?.items ?? [];
  const mine = all.filter((one) => one.person.username === me.username);
  const others = all.filter((one) => one.person.username !== me.username && one.state !== "over");
  // Who stood in last time does so again, mostly.
  const usual = mine[0]?.substitute.username;
  return (
    <Page title={t("title")}>
      {!!untold(absences) && <ProblemNotice problem={absences.error} onRetry={() => void absences.refetch()} />}
      {absences.isLoading && <Waiting />}
      {absences.data && (
        <div className="absences">
          <NewAbsence usual={usual} onSaved={setSaved} />
          <div className="absence-lists">
            <section aria-label={t("mine")}>
              <h2>{t("mine")}</h2>
              <p role="status" className={saved ? undefined : "unseen"}>
                {saved && t("saved")}
              </p>
              {mine.length === 0 && <p className="quiet">{t("none")}</p>}
              <ul className="absence-list">
                {mine.map((absence) => (
                  <Mine key={absence.id} absence={absence} isNew={absence.id === saved} />
                ))}
              </ul>
            </section>
            {others.length > 0 && (
              <section aria-label={t("others")}>
                <h2>{t("others")}</h2>
                <ul className="absence-list">
                  {others.map((absence) => (
                    <li key={absence.id} className="card">
                      <div className="absence-line">
                        <strong>{absence.person.name}</strong>
                        <State state={absence.state} />
                      </div>
                      <Span absence={absence} />
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        </div>
      )}
    </Page>
  );
}

function Mine({ absence, isNew }: { absence: Absence; isNew: boolean }) {
  const { t } = useTranslation("absences");
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isNew) entry.current?.focus();
  }, [isNew]);
  const end = useMutation({
    mutationFn: () => api.DELETE("/api/v1/absences/{id}", { params: { path: { id: absence.id } } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["absences"] }),
  });
  const isCurrent = absence.state === "current";
  const kinds = absence.scope.kinds ?? [];
  return (
    <li ref={entry} className="card" tabIndex={-1}>
      <div className="absence-line">
        <Span absence={absence} />
        <State state={absence.state} />
      </div>
      <div className="absence-line">
        <span>
          {t("standsIn")} <strong>{absence.substitute.name}</strong>
          {kinds.length > 0 && <span className="quiet"> ({kinds.map((kind) => t(`kind.${kind}`)).join(", ")})</span>}
        </span>
        {absence.state !== "over" && (
          <Popconfirm
            title={isCurrent ? t("endAsk") : t("dropAsk")}
            okText={isCurrent ? t("end") : t("drop")}
            cancelText={t("keep")}
            onConfirm={() => end.mutate()}
          >
            <Button size="small" loading={end.isPending}>
              {isCurrent ? t("end") : t("drop")}
            </Button>
          </Popconfirm>
        )}
      </div>
      {end.error && <ProblemNotice problem={end.error} onRetry={() => end.mutate()} />}
    </li>
  );
}

function State({ state }: { state: string }) {
  const { t } = useTranslation("absences");
  return <Tag className={`state-${state}`}>{t(`state.${state}`)}</Tag>;
}

/** Whole days by their dates, the last one included; moments where it begins or ends amid a day. */
function Span({ absence: { from, to } }: { absence: Absence }) {
  const time = useTime();
  const last = lastDay(to, time.zone);
  const isWhole = isStartOfDay(from, time.zone);
  const day = (date: string) => time.day(startOfDay(date, time.zone).toISOString());
  const end = <time dateTime={last ?? to}>{last ? day(last) : time.moment(to)}</time>;
  if (isWhole && last === dayIn(time.zone, new Date(from))) return <span>{end}</span>;
  return (
    <span>
      <time dateTime={from}>{isWhole ? time.day(from) : time.moment(from)}</time>
      {" – "}
      {end}
    </span>
  );
}
