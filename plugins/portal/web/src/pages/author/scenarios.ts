import { useMutation } from "@tanstack/react-query";
import { api, got, type Schemas } from "../../api/client";
import { Problem } from "../../api/problem";
import { asObject, type Files } from "./content";
import { changed, type Wish } from "./drafts";
import { isShared } from "./translations";

/** What came of the scenarios of a draft; faults where its texts could not be read. */
export interface Tried {
  trial: Schemas["Trial"] | undefined;
  faults: Schemas["Fault"][];
  /** The texts that were tried. */
  files: Files;
}

/** Runs the scenarios of a workflow against the draft, else against what is in force. */
export function useTrial(workflow: string) {
  return useMutation({
    mutationFn: async ({ wish, files }: { wish: Wish | undefined; files: Files }): Promise<Tried> => {
      const params = { path: { name: workflow } };
      try {
        const trial = await got(api.POST("/api/v1/workflows/{name}/test", { params, body: wish ? { files: wish as never } : {} }));
        return { trial, faults: trial.results.flatMap(({ fault }) => fault ?? []), files };
      } catch (problem) {
        if (problem instanceof Problem && problem.document?.faults) return { trial: undefined, faults: problem.document.faults, files };
        throw problem;
      }
    },
  });
}

/** Whether the item's texts are others now than those that were tried. */
export function isOutdated(tried: Tried, files: Files): boolean {
  return changed(tried.files, files).some((path) => !isShared(path));
}

/**
 * The first scenario of an item: what its form needs stands there as far as a
 * text can be begun without looking anything up.
 */
export function firstScenarios(title: string, schema: unknown): string {
  const { properties, required } = asObject(schema);
  const fields = asObject(properties);
  const needed = (Array.isArray(required) ? required : []).filter((name): name is string => typeof name === "string");
  const answers = needed.map((name) => `${/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name)}: ${sampled(fields[name])}`);
  const form = answers.length > 0 ? `#{ ${answers.join(", ")} }` : "#{}";
  return `//! ${title}: what it goes through.\n\nfn test_it_begins() {\n    let t = start(${form});\n    t.has(#{ requester: #{ username: "ann" } });\n}\n`;
}

function sampled(given: unknown): string {
  const field = asObject(given);
  const [choice] = [field["oneOf"], field["enum"]].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
  if (choice !== undefined) return JSON.stringify("const" in asObject(choice) ? asObject(choice)["const"] : choice);
  if (field["x-pick"] === "person") return '"ann"';
  switch (field["type"]) {
    case "boolean":
      return "false";
    case "integer":
    case "number":
      return typeof field["minimum"] === "number" ? String(field["minimum"]) : "1";
    case "array":
      return "[]";
    case "object":
      return "#{}";
    default:
      return field["format"] === "date" ? '"2027-01-11"' : '"sample"';
  }
}
