import { useQuery } from "@tanstack/react-query";
import { entryOf, type Source } from "../../form/look-up";
import type { FieldSchema } from "./facts";

/** Where a field looks up what can be chosen; a group's key is its name. */
export function sourceOf(schema: FieldSchema | undefined): Source | undefined {
  const list = schema?.["x-list"];
  if (list !== undefined) return { kind: "list", name: list };
  return schema?.["x-pick"] === "person" ? { kind: "people" } : undefined;
}

/** Who or what was chosen by its key, by the name that people read. */
export function Named({ source, of }: { source: Source; of: string }) {
  const found = useQuery({ queryKey: ["lookup", source, "named", [of]], queryFn: async () => [await entryOf(source, of)], staleTime: 5 * 60_000 });
  return <span className="as-typed">{found.data?.[0]?.name ?? of}</span>;
}
