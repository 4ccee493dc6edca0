// The names of the policy that a step can be given. No call lists them, but the
// policy's own text does: it is read as far as those names go.

export interface PolicyNames {
  levels: string[];
  roles: string[];
  /** What prices are in where an item says nothing else. */
  currency: string | undefined;
}

export function policyNames(toml: string): PolicyNames {
  const levels: string[] = [];
  const roles: string[] = [];
  let currency: string | undefined;
  let table = "";
  for (const line of toml.split("\n").map((text) => text.trim())) {
    const head = /^\[+\s*([^\]]+?)\s*\]+/.exec(line);
    if (head) table = head[1] ?? "";
    const entry = /^(?:"([^"]+)"|([\w-]+))\s*=\s*(.*)$/.exec(line);
    if (!entry) continue;
    const key = entry[1] ?? entry[2] ?? "";
    if (table === "roles") roles.push(key);
    const text = /^"((?:[^"\\]|\\.)*)"|^'([^']*)'/.exec(entry[3] ?? "");
    if (table === "" && key === "currency" && text) currency = text[1] ?? text[2];
    if (table === "sla" && key === "name" && text) levels.push(text[1] ?? text[2] ?? "");
  }
  return { levels: [...new Set(levels)], roles: [...new Set(roles)], currency };
}
