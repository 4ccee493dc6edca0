import { useQuery } from "@tanstack/react-query";
import { api, got, type Schemas } from "../../api/client";
import { Problem } from "../../api/problem";
import type { Wish } from "./drafts";
import { useSettled } from "../../time/settled";

export interface Checked {
  /** What keeps the draft from being published, and what the desk warns of. */
  findings: Schemas["Findings"];
  /** The draft that they are about; nothing where all is in force. */
  wish: Wish | undefined;
  /** What a published script would mean for open tickets. */
  plan: Schemas["Plan"] | undefined;
  /** Whether the desk has looked at just this draft and found no fault. */
  isSound: boolean;
  isFaulty: boolean;
  problem: unknown;
  retry: () => void;
}

interface Question {
  /** What differs from what is in force. */
  wish: Wish | undefined;
  /** The script whose open tickets are asked for, where it is in force in another text. */
  planned: { workflow: string; source: string } | undefined;
}

const nothing: Schemas["Findings"] = { faults: [], warnings: [] };

/** The desk's word on a draft, all of its texts: what is wrong, and what it would mean. */
export function useCheck({ wish, planned }: Question): Checked {
  const settled = useSettled(wish, 500);
  const asked = useQuery({
    queryKey: ["content", "check", settled],
    enabled: settled !== undefined,
    meta: { ahead: false },
    retry: false,
    staleTime: 60_000,
    // While more is typed, what was found so far stays where it is.
    placeholderData: (before: Schemas["Findings"] | undefined) => (settled === undefined ? undefined : before),
    queryFn: () => got(api.POST("/api/v1/releases/check", { body: { files: settled as never } })),
  });
  const known = settled === wish && !asked.isPlaceholderData ? asked.data : undefined;
  const isSound = wish !== undefined && known?.faults.length === 0;
  const plan = useQuery({
    queryKey: ["content", "plan", planned],
    // What does not pass the check has no meaning for anybody.
    enabled: isSound && planned !== undefined,
    meta: { ahead: false },
    retry: false,
    staleTime: 60_000,
    queryFn: () => planOf(planned?.workflow ?? "", planned?.source ?? ""),
  });
  return {
    findings: (settled && asked.data) || nothing,
    wish: settled,
    plan: plan.data ?? undefined,
    isSound,
    isFaulty: settled !== undefined && (asked.data?.faults.length ?? 0) > 0,
    problem: asked.error ?? plan.error,
    retry: () => void (asked.error ? asked.refetch() : plan.refetch()),
  };
}

/** Nothing where the script alone has faults: it needs what else is in the draft. */
async function planOf(workflow: string, source: string): Promise<Schemas["Plan"] | null> {
  try {
    return await got(api.POST("/api/v1/workflows/{name}/plan", { params: { path: { name: workflow } }, body: { source } }));
  } catch (problem) {
    if (problem instanceof Problem && problem.document?.faults) return null;
    throw problem;
  }
}
