import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api, got } from "../../api/client";
import { queries } from "../../api/queries";

/**
 * What somebody writes, kept at the desk a moment after each key, so that it is
 * there on another device, too; and in this browser at once, for a lost network.
 */
export function useDraft<T extends { text: string }>(key: string, blank: T) {
  const place = `maitred.draft.${key}`;
  const [draft, setDraft] = useState<T>(() => {
    const local = localStorage.getItem(place);
    return local ? ({ ...blank, ...(JSON.parse(local) as T) } as T) : blank;
  });
  const [state, setState] = useState<"none" | "kept" | "local">("none");
  const isTouched = useRef(draft.text !== "");
  const timer = useRef<number | undefined>(undefined);

  // The list first: a draft that is not there would be an error to the browser.
  const kept = useQuery({
    queryKey: ["drafts", key],
    queryFn: async () => {
      const { items } = await got(api.GET("/api/v1/drafts", {}));
      if (!items.some((one) => one.key === key)) return null;
      return (await got(api.GET("/api/v1/drafts/{key}", { params: { path: { key } } }))).data as T;
    },
    enabled: !isTouched.current,
    staleTime: 0,
    retry: false,
  });
  // What was read ahead may have been sent since, from another device.
  const found = kept.isFetchedAfterMount && !kept.isFetching ? kept.data : undefined;
  useEffect(() => {
    if (found && !isTouched.current) setDraft({ ...blank, ...found });
  }, [found, blank]);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const change = (next: T) => {
    isTouched.current = true;
    setDraft(next);
    setState("none");
    localStorage.setItem(place, JSON.stringify(next));
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      if (next.text.trim() === "") return;
      api.PUT("/api/v1/drafts/{key}", { params: { path: { key } }, body: { data: next as never } }).then(
        () => setState("kept"),
        () => setState("local"),
      );
    }, 1000);
  };
  /** It was sent: no draft is left of it, here or at the desk. */
  const forget = (next: T) => {
    window.clearTimeout(timer.current);
    localStorage.removeItem(place);
    queries.setQueryData(["drafts", key], null);
    setDraft(next);
    setState("none");
    // Asked for by its list first, as above; what stays behind goes with time.
    dropped(key).catch(() => {});
  };
  return { draft, change, forget, state };
}

async function dropped(key: string): Promise<void> {
  const { items } = await got(api.GET("/api/v1/drafts", {}));
  if (items.some((one) => one.key === key)) await api.DELETE("/api/v1/drafts/{key}", { params: { path: { key } } });
}
