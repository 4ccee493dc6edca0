import { names, without, type Json } from "../builder/json-place";
import { asObject } from "../content";
import { freeName } from "./rows";

// The matrix of impact and urgency: its rows have the names of impacts, its
// columns stand in the order of urgencies, and both change together.

const parts = (policy: Json) => {
  const priority = asObject(policy["priority"]);
  return { priority, impacts: names(priority["impacts"]), urgencies: names(priority["urgencies"]), matrix: asObject(priority["matrix"]) };
};

const put = (policy: Json, changed: Json): Json => ({ ...policy, priority: { ...asObject(policy["priority"]), ...changed } });

export const cellOf = (policy: Json, impact: string, column: number): string | undefined => names(parts(policy).matrix[impact])[column];

const last = "P4";

export function withCell(policy: Json, impact: string, column: number, cell: string): Json {
  const { matrix, urgencies } = parts(policy);
  const row = names(matrix[impact]);
  // A row that is too short is filled up: none of its cells may be left out.
  const whole = urgencies.map((_, at) => row[at] ?? last);
  return put(policy, { matrix: { ...matrix, [impact]: whole.with(column, cell) } });
}

export function withRow(policy: Json): Json {
  const { impacts, urgencies, matrix } = parts(policy);
  const name = freeName(impacts, "impact");
  const above = names(matrix[impacts.at(-1) ?? ""]);
  return put(policy, { impacts: [...impacts, name], matrix: { ...matrix, [name]: urgencies.map((_, at) => above[at] ?? last) } });
}

export function withColumn(policy: Json): Json {
  const { urgencies, matrix } = parts(policy);
  const rows = Object.entries(matrix).map(([impact, row]) => [impact, [...names(row), names(row).at(-1) ?? last]] as const);
  return put(policy, { urgencies: [...urgencies, freeName(urgencies, "urgency")], matrix: Object.fromEntries(rows) });
}

/** Without it wherever the priorities name it. */
export function withoutRow(policy: Json, impact: string): Json {
  const { priority, impacts, matrix } = parts(policy);
  return put(policy, { impacts: impacts.filter((name) => name !== impact), matrix: without(matrix, impact), ...less(priority, "requester_impacts", impact) });
}

export function withoutColumn(policy: Json, urgency: string): Json {
  const { priority, urgencies, matrix } = parts(policy);
  const column = urgencies.indexOf(urgency);
  const rows = Object.entries(matrix).map(([impact, row]) => [impact, names(row).toSpliced(column, 1)] as const);
  return put(policy, { urgencies: urgencies.toSpliced(column, 1), matrix: Object.fromEntries(rows), ...less(priority, "requester_may", urgency) });
}

const less = (priority: Json, key: string, name: string): Json =>
  Array.isArray(priority[key]) ? { [key]: names(priority[key]).filter((one) => one !== name) } : {};
