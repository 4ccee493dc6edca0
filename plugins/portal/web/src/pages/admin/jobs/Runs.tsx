import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, type Schemas } from "../../../api/client";
import { usePeopleNames } from "../../../people/names";
import { Go } from "../../../shell/Go";
import { ProblemNotice } from "../../../shell/ProblemNotice";
import { Moment } from "../../../time/Moment";

type Run = Schemas["JobRun"];

const colours = { running: "blue", lost: "red", failed: "red", done: "green", skipped: "default" } as const;

/** The last runs of a job, and all that are kept where they are asked for. */
export function Runs({ job: { name, runs } }: { job: Schemas["JobView"] }) {
  const { t } = useTranslation("admin");
  const [all, setAll] = useState(false);
  const pages = useInfiniteQuery({
    queryKey: ["jobs", "runs", name],
    queryFn: ({ pageParam }) => got(api.GET("/api/v1/jobs/{name}/runs", { params: { path: { name }, query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    enabled: all,
  });
  const shown = all && pages.data ? pages.data.pages.flatMap((page) => page.items) : runs;
  const more = all ? pages.hasNextPage : runs.length >= 10;
  return (
    <>
      <h3>{t("jobs.runs")}</h3>
      {shown.length === 0 && <p className="quiet">{t("jobs.never")}</p>}
      <ul className="admin-plain">
        {shown.map((run) => (
          <One key={`${run.fire_time} ${run.started_at}`} run={run} />
        ))}
      </ul>
      {pages.error && <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />}
      {more && (
        <Button size="small" loading={pages.isFetching} onClick={() => (all ? void pages.fetchNextPage() : setAll(true))}>
          {t("more")}
        </Button>
      )}
    </>
  );
}

function One({ run }: { run: Run }) {
  const { t } = useTranslation("admin");
  const nameOf = usePeopleNames(run.asked_by ? [run.asked_by] : []);
  const counts = [
    run.found !== null && run.found !== undefined && t("jobs.found", { count: run.found }),
    run.done !== null && run.done !== undefined && t("jobs.done", { count: run.done }),
    run.refused ? t("jobs.refused", { count: run.refused }) : false,
    run.seconds !== null && run.seconds !== undefined && t("jobs.took", { seconds: run.seconds.toFixed(1) }),
    run.asked_by && t("jobs.askedBy", { name: nameOf(run.asked_by) }),
  ];
  return (
    <li>
      <Tag color={colours[run.state]}>{t(`jobs.state.${run.state}`)}</Tag>
      <Moment at={run.started_at ?? run.fire_time} /> <span className="quiet">{counts.filter(Boolean).join(" · ")}</span>{" "}
      {run.ticket && <Go to={`/tickets/${run.ticket}`}>{run.ticket}</Go>}
      {run.message && <div className={run.state === "failed" ? "admin-said" : "quiet"}>{run.message}</div>}
    </li>
  );
}
