import { useQuery } from "@tanstack/react-query";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { api, got, type Schemas } from "../../../api/client";
import { may, useMe } from "../../../session/session";
import { ProblemNotice, Waiting } from "../../../shell/ProblemNotice";
import { Moment } from "../../../time/Moment";
import { Facts } from "../Facts";
import { Frame, Guard } from "../Frame";
import { RunNow } from "./RunNow";
import { Runs } from "./Runs";
import { paragraphs } from "./schedule";
import { When } from "./When";

type Job = Schemas["JobView"];

/** What the desk does by itself: when, with whose rights, and how it went. */
export default function JobsPage() {
  return (
    <Guard section="jobs">
      <List />
    </Guard>
  );
}

function List() {
  const { t } = useTranslation("admin");
  const jobs = useQuery({
    queryKey: ["jobs"],
    queryFn: () => got(api.GET("/api/v1/jobs")),
    // A run that is under way is over soon; nothing tells of it otherwise.
    refetchInterval: ({ state }) => (state.data?.items.some(({ running }) => running) ? 2_000 : 60_000),
  });
  return (
    <Frame title={t("section.jobs")} section="jobs">
      <p className="quiet">{t("jobs.what")}</p>
      {jobs.error && <ProblemNotice problem={jobs.error} onRetry={() => void jobs.refetch()} />}
      {jobs.isLoading && <Waiting />}
      {jobs.data?.items.length === 0 && <p className="quiet">{t("jobs.none")}</p>}
      {jobs.data?.items.map((job) => (
        <One key={job.name} job={job} />
      ))}
    </Frame>
  );
}

function One({ job }: { job: Job }) {
  const { t } = useTranslation("admin");
  const me = useMe();
  return (
    <section className="card admin-job" aria-label={job.name}>
      <h2>
        {job.name} {job.running && <Tag color="blue">{t("jobs.state.running")}</Tag>}
        {job.faults.length > 0 && <Tag color="red">{t("jobs.broken")}</Tag>}
      </h2>
      {paragraphs(job.doc).map((part) => (
        <p key={part}>{part}</p>
      ))}
      {job.faults.map((fault, at) => (
        <p key={at} className="admin-said">
          {`${fault.file}:${fault.line}: ${fault.message}`}
        </p>
      ))}
      <Facts
        facts={[
          [t("jobs.schedule"), job.schedule && <When key="when" cron={job.schedule} zone={job.zone} />],
          [t("jobs.next"), job.next_run && <Moment at={job.next_run} />],
          [t("jobs.opens"), job.item],
          [t("field.roles"), job.roles.map((role) => t(`words:role.${role}`)).join(", ")],
          [t("jobs.written"), <code key="path">{job.path}</code>],
        ]}
      />
      {may(me, "run_jobs") && job.faults.length === 0 && <RunNow name={job.name} isRunning={job.running} />}
      <Runs job={job} />
    </section>
  );
}
