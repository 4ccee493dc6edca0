import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Go } from "../../shell/Go";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { openStatuses } from "../desk/list/address";
import { byPriority } from "./load";

/** How much lies with somebody, as soon as the desk has said it. */
export function LoadCard<T>({ load, children }: { load: UseQueryResult<T>; children: (found: T) => ReactNode }) {
  const { t } = useTranslation("admin");
  return (
    <section className="card" aria-label={t("load.title")}>
      <h2>{t("load.title")}</h2>
      {load.isLoading && <Waiting />}
      {load.error && <ProblemNotice problem={load.error} onRetry={() => void load.refetch()} />}
      {load.data && children(load.data)}
    </section>
  );
}

/** Open tickets as a number, which leads to their list. */
export function OpenTickets({ of, value, load }: { of: "assignee" | "group"; value: string; load: { tickets: number; by_priority: Record<string, number> } }) {
  if (load.tickets === 0) return "0";
  const address = `/desk?${of}=${encodeURIComponent(value)}&status=${openStatuses}&sort=-created_at`;
  return <Go to={address}>{[load.tickets, byPriority(load.by_priority)].filter(Boolean).join(" · ")}</Go>;
}
