import createClient from "openapi-fetch";
import { held } from "./held";
import type { components, paths } from "./schema";
import { Problem } from "./problem";
import { signedInAgain } from "./signed-out";

export type Schemas = components["schemas"];

/**
 * The desk's API. A refusal is thrown as a `Problem`, so `data` is there
 * whenever a call comes back; `got` takes it out.
 *
 *     const ticket = await got(api.GET("/api/v1/tickets/{number}", { params: { path: { number } } }));
 */
export const api = createClient<paths>({
  baseUrl: "",
  fetch: patient,
  // `status=new,accepted` as well as `status=new&status=accepted`: the first is shorter in an address.
  querySerializer: { array: { style: "form", explode: false } },
});

api.GET = held(api.GET) as typeof api.GET;

api.use({
  async onResponse({ response }) {
    if (!response.ok) throw await Problem.of(response);
  },
  onError() {
    return Problem.offline();
  },
});

let language = "en";

/** The language in which the server's own words are asked for. */
export function speak(tongue: string): void {
  language = tongue;
}

/**
 * A session may end while somebody types. The call then waits until the viewer
 * has signed in again on the same page, and is sent once more: nothing is lost.
 */
async function patient(request: Request): Promise<Response> {
  request.headers.set("Accept-Language", language);
  const again = request.clone();
  const response = await fetch(request);
  if (response.status !== 401 || new URL(request.url).pathname === "/api/v1/session") return response;
  return (await signedInAgain()) ? fetch(again) : response;
}

/** The answer's data; for calls that answer with a body. */
export async function got<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}

/** A fresh `Idempotency-Key`. `crypto.randomUUID` is missing on plain http addresses. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The header of a call that must happen once: `params: { header: once(key) }`. */
export function once(key: string): { "Idempotency-Key": string } {
  return { "Idempotency-Key": key };
}
