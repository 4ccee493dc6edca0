import { useQuery } from "@tanstack/react-query";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { api, got } from "../../../api/client";
import { ProblemNotice, Waiting } from "../../../shell/ProblemNotice";
import { Moment } from "../../../time/Moment";

/** When somebody is away and who stands in; and for whom they do. */
export function PersonAbsences({ username }: { username: string }) {
  const { t } = useTranslation("admin");
  const absences = useQuery({
    queryKey: ["absences", username],
    queryFn: () => got(api.GET("/api/v1/absences", { params: { query: { user: username, limit: 50 } } })),
  });
  const shown = absences.data?.items.filter(({ state }) => state !== "over") ?? [];
  return (
    <section className="card" aria-label={t("absences.title")}>
      <h2>{t("absences.title")}</h2>
      {absences.isLoading && <Waiting />}
      {absences.error && <ProblemNotice problem={absences.error} onRetry={() => void absences.refetch()} />}
      {absences.data && shown.length === 0 && <p className="quiet">{t("absences.none")}</p>}
      <ul className="admin-plain">
        {shown.map(({ id, from, to, state, person, substitute }) => (
          <li key={id}>
            <div>
              <Moment at={from} /> – <Moment at={to} /> {state === "current" && <Tag color="gold">{t("absences.now")}</Tag>}
            </div>
            <div className="quiet">{person.username === username ? t("absences.by", { name: substitute.name }) : t("absences.for", { name: person.name })}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
