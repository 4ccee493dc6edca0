import { useQuery } from "@tanstack/react-query";
import { api, got, type Schemas } from "../../api/client";
import { queries } from "../../api/queries";
import type { Named } from "../../shell/page-route";

/** The texts of one item, by path in the content folder. */
export type Files = Record<string, string>;

export interface ItemContent {
  item: string;
  /** The workflow that carries it; several items may share one. */
  workflow: string;
  /** What is in force; empty for an item that was never published. */
  files: Files;
  /** The release in force when they were read. */
  release: string | undefined;
}

export const formPath = (item: string) => `schemas/${item}.json`;
export const scriptPath = (workflow: string) => `workflows/${workflow}.rhai`;
export const scenariosPath = (workflow: string) => `workflows/tests/${workflow}.rhai`;

/** The workflow that a form's text names, else the item's own name. */
export function workflowOf(item: string, form: string | undefined): string {
  const named = asObject(asObject(parsed(form))["x-catalog"])["workflow"];
  return typeof named === "string" && named !== "" ? named : item;
}

/** The JSON of a text; nothing where it is none. */
export function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}

export function asObject(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** What is in force has files of these names. */
async function namesIn(folder: string): Promise<Set<string>> {
  const { items } = await got(api.GET("/api/v1/releases/current/files", { params: { query: { prefix: folder } } }));
  return new Set(items.map(({ path }) => path));
}

const fileAt = (path: string) => got(api.GET("/api/v1/releases/current/file", { params: { query: { path } } }));

/** Any file in force; nothing where there is none. Only what the desk lists is asked for by name. */
export async function readFile(path: string): Promise<Schemas["FileText"] | undefined> {
  return (await namesIn(path)).has(path) ? fileAt(path) : undefined;
}

/**
 * What is in force of an item, and of other files by path, read after its
 * release: a later one is noticed when publishing.
 */
export async function readItem(item: string, others: string[] = []): Promise<ItemContent> {
  const release = await latestRelease();
  const [{ items: workflows }, tests] = await Promise.all([got(api.GET("/api/v1/workflows")), namesIn("workflows/tests/")]);
  const carrier = workflows.find(({ items }) => items.includes(item));
  const workflow = carrier?.name ?? item;
  const [form, script, scenarios, ...rest] = await Promise.all([
    carrier && got(api.GET("/api/v1/schemas/{name}", { params: { path: { name: item } } })),
    workflows.some(({ name }) => name === workflow) ? got(api.GET("/api/v1/workflows/{name}", { params: { path: { name: workflow } } })) : undefined,
    tests.has(scenariosPath(workflow)) ? fileAt(scenariosPath(workflow)) : undefined,
    ...others.map(readFile),
  ]);
  const files: Files = {};
  if (form) files[formPath(item)] = form.source;
  if (script) files[script.path] = script.source;
  for (const file of [scenarios, ...rest]) if (file) files[file.path] = file.text;
  return { item, workflow, files, release };
}

export async function latestRelease(): Promise<string | undefined> {
  const { items } = await got(api.GET("/api/v1/releases", { params: { query: { limit: 1 } } }));
  return items[0]?.id;
}

const itemQuery = (item: string) => ({ queryKey: ["content", item], queryFn: () => readItem(item), refetchOnWindowFocus: false });

export const useItem = (item: string) => useQuery(itemQuery(item));

/** Its texts are on their way before its link is clicked. */
export function itemAhead({ item }: Named): void {
  if (item !== undefined) void queries.prefetchQuery(itemQuery(item));
}

export interface Listed {
  item: string;
  title: string;
  description: string;
  category: string;
  categoryName: string;
  kind: string | undefined;
  workflow: string | undefined;
}

/** All items: as the catalog tells of them, and those of workflows that the catalog does not show to the viewer. */
export function useItems() {
  return useQuery({
    queryKey: ["catalog", "author"],
    queryFn: async (): Promise<Listed[]> => {
      const [catalog, workflows] = await Promise.all([got(api.GET("/api/v1/catalog")), got(api.GET("/api/v1/workflows"))]);
      const carrier = new Map(workflows.items.flatMap(({ name, items }) => items.map((item) => [item, name] as const)));
      const shown = catalog.items.map((entry) => ({
        item: entry.item,
        title: entry.title,
        description: entry.description,
        category: entry.category,
        categoryName: entry.category_name,
        kind: entry.kind,
        workflow: carrier.get(entry.item),
      }));
      const names = new Set(shown.map(({ item }) => item));
      const hidden = [...carrier].filter(([item]) => !names.has(item)).map(([item, workflow]) => ({
        item,
        title: item,
        description: "",
        category: "",
        categoryName: "",
        kind: undefined,
        workflow,
      }));
      return [...shown, ...hidden];
    },
  });
}
