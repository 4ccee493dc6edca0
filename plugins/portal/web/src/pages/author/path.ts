import { useQuery } from "@tanstack/react-query";
import { api, got, type Schemas } from "../../api/client";
import { Problem } from "../../api/problem";
import { lookUp } from "../../form/look-up";
import { useMe } from "../../session/session";
import { mended, sampleForm } from "./sample";

/**
 * The preview of the item as it is in force, with the form as the author filled
 * it in beside the builder, else with the least that it takes.
 */
export function usePath(item: string, version: string | undefined, filled: Record<string, unknown>) {
  const me = useMe();
  return useQuery({
    queryKey: ["content", item, "path", version, filled],
    enabled: version !== undefined,
    retry: false,
    placeholderData: (before: Schemas["PreviewView"] | undefined) => before,
    queryFn: async () => {
      const { schema } = await got(api.GET("/api/v1/catalog/{item}", { params: { path: { item } } }));
      const known = {
        person: me.manager ?? me.username,
        group: me.groups[0],
        first: async (name: string) => (await lookUp({ kind: "list", name }, "").catch(() => []))[0]?.key,
      };
      let form = { ...(await sampleForm(schema, known)), ...filled };
      for (let tries = 0; ; tries++) {
        try {
          return await got(api.POST("/api/v1/catalog/{item}/preview", { params: { path: { item } }, body: { form: form as never } }));
        } catch (problem) {
          if (!(problem instanceof Problem) || problem.errors.length === 0 || tries > 3) throw problem;
          form = await mended(schema, form, problem.errors, known);
        }
      }
    },
  });
}
