// `npm run api` writes src/api/schema.d.ts; the test beside it compares.
import { writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import { openapi } from "./openapi.mjs";

const head = "// Generated from the server's OpenAPI document by `npm run api`; not to be edited.\n";

// Every refusal is the same problem document: said once for each operation
// instead of ten times, the file is a third as long.
function brief(document) {
  const problem = { content: { "application/problem+json": { schema: { $ref: "#/components/schemas/ProblemDocument" } } } };
  for (const operation of Object.values(document.paths).flatMap((methods) => Object.values(methods))) {
    const good = Object.entries(operation.responses).filter(([status]) => status < "4");
    operation.responses = { ...Object.fromEntries(good), default: { description: "A problem", ...problem } };
  }
  return document;
}

export async function schema() {
  return head + astToString(await openapiTS(brief(openapi())));
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  writeFileSync(new URL("../src/api/schema.d.ts", import.meta.url), await schema());
}
