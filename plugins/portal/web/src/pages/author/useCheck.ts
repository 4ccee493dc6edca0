import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, got, type Schemas } from "../../api/client";
import { Problem } from "../../api/problem";

export interface Checked {
  faults: Schemas["Fault"][];
  plan: Schemas["Plan"] | undefined;
  problem: unknown;
  isChecking: boolean;
  retry: () => void;
}

/** The desk's word on a script that is being written: what is wrong, or what it would mean for open tickets. */
export function useCheck(workflow: string, source: string | undefined, isPublished: boolean): Checked {
  const settled = useSettled(source, 500);
  const asked = useQuery({
    queryKey: ["content", "plan", workflow, settled],
    // A script that is new is checked when it is published: the desk knows nothing to plan for.
    enabled: isPublished && settled !== undefined,
    retry: false,
    staleTime: 60_000,
    queryFn: async () => {
      try {
        const plan = await got(api.POST("/api/v1/workflows/{name}/plan", { params: { path: { name: workflow } }, body: { source: settled ?? "" } }));
        return { faults: [], plan };
      } catch (problem) {
        if (problem instanceof Problem && problem.document?.faults) return { faults: problem.document.faults, plan: undefined };
        throw problem;
      }
    },
  });
  return {
    faults: asked.data?.faults ?? [],
    plan: asked.data?.plan,
    problem: asked.error,
    isChecking: asked.isFetching || settled !== source,
    retry: () => void asked.refetch(),
  };
}

function useSettled<T>(value: T, pause: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
