import type { ErrorSchema } from "@rjsf/utils";
import type { FieldError } from "../api/problem";

/** The server's errors below `at`, put where their pointers say. */
export function atFields(errors: FieldError[] | undefined, at: string): ErrorSchema {
  const root: ErrorSchema = {};
  for (const { pointer, message } of errors ?? []) {
    if (pointer !== at && !pointer.startsWith(`${at}/`)) continue;
    let place = root as Record<string, ErrorSchema> & ErrorSchema;
    for (const part of pointer.slice(at.length).split("/").slice(1)) {
      const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
      place = (place[key] ??= {} as ErrorSchema) as typeof place;
    }
    (place.__errors ??= []).push(message);
  }
  return root;
}

/** Errors that no field of the form can show: of other parts of the body. */
export function elsewhere(errors: FieldError[] | undefined, at: string): FieldError[] {
  return (errors ?? []).filter(({ pointer }) => pointer !== at && !pointer.startsWith(`${at}/`));
}
