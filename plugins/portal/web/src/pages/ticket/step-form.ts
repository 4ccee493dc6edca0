import { useQuery } from "@tanstack/react-query";
import { api, got } from "../../api/client";
import { may, useMe } from "../../session/session";
import { untold } from "../../shell/untold";
import type { Step } from "./data";

export interface StepForm {
  schema: object;
  uiSchema?: object;
}

/** The name of the form that a step is answered with. */
export function formName(step: Step): string | undefined {
  const { form } = step.arguments as { form?: unknown };
  return typeof form === "string" ? form : undefined;
}

/** With the step, where the desk sends it along; else from where authors read it. */
function sent(step: Step): StepForm | undefined {
  const { form } = step as { form?: unknown };
  return form !== null && typeof form === "object" && "schema" in form ? (form as StepForm) : undefined;
}

export function useStepForm(step: Step) {
  const me = useMe();
  const name = formName(step);
  const along = sent(step);
  const query = useQuery({
    queryKey: ["step-form", name],
    queryFn: async () => drawn((await got(api.GET("/api/v1/schemas/forms/{name}", { params: { path: { name: name as string } } }))).schema),
    enabled: name !== undefined && !along && may(me, "read_content"),
    staleTime: 5 * 60_000,
  });
  return { wanted: name !== undefined, form: along ?? query.data, problem: untold(query), isLoading: query.isLoading, retry: () => void query.refetch() };
}

/** How to draw it stands in the schema itself. */
function drawn(given: unknown): StepForm {
  const schema = given as { "x-ui"?: object };
  return { schema, uiSchema: schema["x-ui"] };
}
