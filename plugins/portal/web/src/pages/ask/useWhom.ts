import { useQuery } from "@tanstack/react-query";
import type { RefSelectProps } from "antd";
import { useEffect, useRef, useState } from "react";
import { api, got } from "../../api/client";
import { Problem } from "../../api/problem";
import type { Draft } from "./drafts";

export type Whom = ReturnType<typeof useWhom>;

/**
 * For whom it is. A choice becomes the draft's once the desk has said that the
 * viewer may ask for them; until then, and where they may not, it is a wish.
 */
export function useWhom(item: string, draft: Draft, change: (more: Partial<Draft>) => void, fill: (more: Partial<Draft>) => void) {
  const field = useRef<RefSelectProps>(null);
  const [wish, setWish] = useState<string>();
  const kept = draft.requested_for;
  const other = wish ?? kept;
  const access = useQuery({
    queryKey: ["catalog", "access", item, other],
    queryFn: () => got(api.GET("/api/v1/catalog/{item}/access", { params: { path: { item }, query: { user: other } } })),
    enabled: other !== undefined,
    retry: false,
  });
  const isForbidden = access.error instanceof Problem && access.error.status === 403;
  const refusal = refused(isForbidden || access.data?.on_behalf === false, access.data?.may_ask === false);
  const isAllowed = access.data !== undefined && refusal === undefined;
  useEffect(() => {
    if (wish !== undefined && isAllowed) {
      change({ requested_for: wish });
      setWish(undefined);
    }
    // Kept from a time when they might, or from a former request.
    if (wish === undefined && kept !== undefined && refusal) {
      setWish(kept);
      fill({ requested_for: undefined });
    }
  }, [wish, kept, isAllowed, refusal, change, fill]);

  return {
    field,
    other,
    refusal,
    problem: isForbidden ? undefined : access.error,
    isAsking: wish !== undefined && access.isFetching,
    stands: wish === undefined ? ("settled" as const) : refusal || access.error ? ("refused" as const) : ("asked" as const),
    /** Whether somebody is chosen for whom nothing can be sent now. */
    isOpen: wish !== undefined,
    choose: (username: string | undefined) => {
      setWish(username === kept ? undefined : username);
      if (username === undefined && kept !== undefined) change({ requested_for: undefined });
    },
    forget: () => setWish(undefined),
    /** The desk is asked again where it could not answer; the field says the rest. */
    insist: () => {
      if (access.error && !isForbidden) void access.refetch();
      field.current?.focus();
    },
  };
}

/** Whether the viewer may not ask for them, or they may not have it. */
export function refused(notOnBehalf: boolean, notForThem: boolean): "onBehalf" | "notForThem" | undefined {
  if (notOnBehalf) return "onBehalf";
  return notForThem ? "notForThem" : undefined;
}
