// The OpenAPI document out of the snapshot that the server's own test keeps
// true. The snapshot has one line for each part of an operation and for each
// field of a schema; here the lines become the document again.
import { readFileSync } from "node:fs";

const snapshot = new URL("../../../../tests/desk/snapshots/desk__document__openapi.snap", import.meta.url);

const operation = /^(get|put|post|patch|delete) (\/\S*) (\w+): (.*)$/;
const component = /^(\w+) ([\w.-]+?)(?:\.(\S+))?: (.*)$/;

export function openapi() {
  const text = readFileSync(snapshot, "utf8").split(/^---$/m).slice(2).join("---");
  const document = { paths: {}, components: {} };
  for (const line of text.split("\n").filter((line) => line !== "")) {
    const head = /^(\w+): (.*)$/.exec(line);
    const asked = operation.exec(line);
    const part = component.exec(line);
    if (head) document[head[1]] = JSON.parse(head[2]);
    else if (asked) putOperation(document, asked);
    else if (part) putComponent(document, part);
    else throw new Error(`cannot read this line of the snapshot: ${line.slice(0, 80)}`);
  }
  return document;
}

function putOperation(document, [, method, path, name, value]) {
  const of = ((document.paths[path] ??= {})[method] ??= {});
  if (/^\d+$/.test(name)) (of.responses ??= {})[name] = JSON.parse(value);
  else of[name] = JSON.parse(value);
}

// A schema's own line has `properties: null` where its fields follow in lines of their own.
function putComponent(document, [, kind, name, field, value]) {
  const parts = (document.components[kind] ??= {});
  if (field === undefined) {
    const whole = JSON.parse(value);
    if (whole.properties === null) whole.properties = {};
    parts[name] = whole;
  } else {
    parts[name].properties[field] = JSON.parse(value);
  }
}
