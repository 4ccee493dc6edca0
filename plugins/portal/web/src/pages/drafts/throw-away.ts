import { api, got } from "../../api/client";
import { queries } from "../../api/queries";
import { forgetHere } from "../ask/drafts";
import type { BegunThing } from "./begun";

/** Away with a draft, here and at the desk; what it held comes back, so that it can be put there again. */
export async function throwAway(username: string, { key, item }: BegunThing): Promise<unknown> {
  const params = { path: { key } };
  const { data } = await got(api.GET("/api/v1/drafts/{key}", { params }));
  await api.DELETE("/api/v1/drafts/{key}", { params });
  if (item) forgetHere(username, item);
  return data;
}

export async function putBack({ key }: BegunThing, data: unknown): Promise<void> {
  await api.PUT("/api/v1/drafts/{key}", { params: { path: { key } }, body: { data: data as never } });
  await queries.invalidateQueries({ queryKey: ["drafts"], exact: true });
}
