import { useQuery } from "@tanstack/react-query";
import { api, got, type Schemas } from "../../api/client";
import { Problem } from "../../api/problem";
import { lookUp } from "../../form/look-up";
import { useMe } from "../../session/session";
import { asObject, formPath, parsed } from "./content";
import type { Wish } from "./drafts";
import { mended, sampleForm } from "./sample";

/** What ways are asked for. */
export interface Asked {
  item: string;
  /** Stands for what is in force; nothing for an item that was never published. */
  version: string | undefined;
  /** Texts that are not in force yet, without faults. */
  wish: Wish | undefined;
  /** What the author filled in beside the builder. */
  filled: Record<string, unknown>;
}

/**
 * The preview of the item under the draft, else as it is in force, with the form
 * as the author filled it in beside the builder, else with the least that it takes.
 */
export function usePath({ item, version, wish, filled }: Asked, enabled: boolean) {
  const me = useMe();
  return useQuery({
    queryKey: ["content", item, "path", wish ?? version, filled],
    enabled: enabled && (wish !== undefined || version !== undefined),
    meta: { ahead: false },
    retry: false,
    queryFn: async () => {
      const schema = await schemaOf(item, wish);
      const known = {
        person: me.manager ?? me.username,
        group: me.groups[0],
        first: async (name: string) => (await lookUp({ kind: "list", name }, "").catch(() => []))[0]?.key,
      };
      let form = { ...(await sampleForm(schema, known)), ...asked(schema, filled) };
      for (let tries = 0; ; tries++) {
        try {
          return await previewed(item, form, wish);
        } catch (problem) {
          if (!(problem instanceof Problem) || problem.errors.length === 0 || tries > 3) throw problem;
          form = await mended(schema, form, problem.errors, known);
        }
      }
    },
  });
}

/** The form as the draft has it, else as it is in force. */
async function schemaOf(item: string, wish: Wish | undefined): Promise<unknown> {
  const drafted = wish?.[formPath(item)];
  if (typeof drafted === "string") return parsed(drafted);
  const { schema } = await got(api.GET("/api/v1/catalog/{item}", { params: { path: { item } } }));
  return schema;
}

function previewed(item: string, form: Record<string, unknown>, wish: Wish | undefined): Promise<Schemas["PreviewView"]> {
  const body = { form: form as never, ...(wish && { files: wish as never }) };
  return got(api.POST("/api/v1/catalog/{item}/preview", { params: { path: { item } }, body }));
}

/** What was filled in for a field that the form has lost is not sent. */
function asked(schema: unknown, filled: Record<string, unknown>): Record<string, unknown> {
  const text = JSON.stringify(asObject(schema));
  return Object.fromEntries(Object.entries(filled).filter(([name, value]) => value !== undefined && text.includes(`${JSON.stringify(name)}:`)));
}
