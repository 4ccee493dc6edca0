import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
// @ts-expect-error: a plain script of the build
import { schema } from "../../scripts/api.mjs";

test("the API's types are those of the server's document; else `npm run api`", async () => {
  const kept = readFileSync(new URL("./schema.d.ts", import.meta.url), "utf8");
  expect(kept === (await schema()), "src/api/schema.d.ts is not what `npm run api` writes").toBe(true);
}, 30_000);
