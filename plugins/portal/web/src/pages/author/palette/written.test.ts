import { expect, test } from "vitest";
import { firstAnswers, freeName, lacking, type Answers } from "./answers";
import { fieldsOf, families, kinds, type Kind } from "./kinds";
import { branchNames, written } from "./written";
import { firstValues, hasPrice, placeholdersOf, wantedOf } from "./wanted";

const start = { script: "", group: "service-desk", level: "hardware", rejection: "policy", hasPrice: true };
const of = (kind: Kind, changes: Partial<Answers> = {}) => written(kind, { ...firstAnswers(kind, start), ...changes });

test("each step is in one family", () => {
  expect(Object.values(families).flat().sort()).toEqual([...kinds].sort());
});

test("each step begins whole, but for what only the author can choose", () => {
  const lacks = Object.fromEntries(kinds.map((kind) => [kind, lacking(kind, firstAnswers(kind, start))]).filter(([, some]) => some?.length));
  expect(lacks).toEqual({ open_ticket: ["item"], plugin: ["func"] });
});

test("what a step begins with", () => {
  expect(of("approval")).toBe('approval("Line manager", manager_of(requested_for));');
  expect(of("confirm_cost")).toBe("confirm_cost(request.price);");
  expect(of("task")).toBe('task("Prepare it", group("service-desk"));');
  expect(of("handle")).toBe('handle("Do the work");');
  expect(of("wait")).toBe('wait("2wd");');
  expect(of("wait", { at: "09:00", until: { is: "due", field: "start", before: 0 } })).toBe('wait(form.start, #{ at: "09:00" });');
  expect(of("wait_for")).toBe('wait_for("goods.received", #{ within: "30d", on_timeout: "escalate" });');
  expect(of("assign")).toBe("assign();");
  expect(of("sla")).toBe('sla("hardware");');
  expect(of("notify")).toBe('notify(requested_for, "Your request {number} goes on.", #{ number: ticket.number });');
  expect(of("resolve")).toBe('resolve("Done");');
  expect(of("reject")).toBe('reject("This cannot be granted.", #{ code: "policy" });');
  expect(of("any_of")).toBe('any_of(#{\n    when_does_it_suit_you: || ask("When does it suit you?", requested_for),\n    silence: || wait("5wd"),\n});');
});

test("an approval with all that one can say of it", () => {
  const said = of("approval", {
    name: '批准 "согласование"\\',
    who: { is: "group", name: 'a"b' },
    quorum: "50%",
    limit: { is: "within", count: 2, unit: "wd" },
    silence: "approve",
    bad: "go_on",
    text: "one\ntwo",
    keep: "yes",
  });
  expect(said).toBe(
    'let yes = approval("批准 \\"согласование\\"\\\\", group("a\\"b"), #{\n    quorum: "50%",\n    within: "2wd",\n    on_timeout: "approve",\n    text: "one\\ntwo",\n    on_reject: "go_on",\n});',
  );
});

test("a task has its points, its moment and whom it climbs to", () => {
  const said = of("task", { who: { is: "local_group", name: "hr" }, checklist: "one\n\n two ", limit: { is: "due", field: "start date", before: 1 }, silence: "escalate", escalateTo: "line-2" });
  expect(said).toContain('checklist: ["one", "two"]');
  expect(said).toContain('due: form["start date"] - "1wd"');
  expect(said).toContain('escalate_to: group("line-2")');
  expect(of("task", { silence: "remind", escalateTo: "line-2" })).not.toContain("escalate_to");
});

test("an amount is typed as people write it", () => {
  expect(of("confirm_cost", { amount: "12,50", tolerance: "5" })).toBe('confirm_cost("12.50", #{ tolerance: "5%" });');
  expect(lacking("confirm_cost", { ...firstAnswers("confirm_cost", start), amount: "a lot" })).toEqual(["amount"]);
});

test("the price of a request that has none is not named", () => {
  expect(hasPrice({ "x-catalog": { price: { amount: "1.00" } } })).toBe(true);
  expect(hasPrice({ properties: { a: { oneOf: [{ const: 1, "x-price": "2.00" }] } } })).toBe(true);
  expect(hasPrice({ "x-catalog": {}, properties: { a: { type: "string" } } })).toBe(false);
  expect(lacking("confirm_cost", firstAnswers("confirm_cost", { ...start, hasPrice: false }))).toEqual(["amount"]);
});

test("another ticket gets what its form wants", () => {
  const target = {
    required: ["model", "many", "reason"],
    properties: {
      note: { type: "string" },
      model: { oneOf: [{ const: "light" }, { const: "pro" }] },
      many: { type: "integer", minimum: 2 },
      reason: { type: "string" },
      "who-for": { type: "string", "x-pick": "person" },
    },
  };
  const wanted = wantedOf(target);
  expect(wanted.map(({ name }) => name)).toEqual(["model", "many", "reason", "note", "who-for"]);
  const values = firstValues(wanted, { properties: { reason: { type: "string" } } });
  expect(of("open_ticket", { item: "laptop", wanted, values, waits: false })).toBe(
    'open_ticket("laptop", #{ model: "light", many: 2, reason: form.reason }, #{ wait: false });',
  );
  const typed = { ...values, note: { is: "typed", text: "5" } as const, "who-for": { is: "code", code: "owner" } as const };
  expect(of("open_ticket", { item: "laptop", wanted, values: typed })).toContain('    note: "5",\n    "who-for": owner,\n');
});

test("a message has a value for each of its braces", () => {
  const name = "{who}, {number} and {who}: {}";
  expect(placeholdersOf(name).map((one) => one.name)).toEqual(["who", "number"]);
  expect(lacking("notify", { ...firstAnswers("notify", start), name, wanted: placeholdersOf(name) })).toEqual(["values"]);
});

test("branches have names that a path can hold, none twice", () => {
  expect(branchNames(["Prepare the desk", "Prepare: the desk!", "准备/账户", "Case.", "1"])).toEqual(["prepare_the_desk", "prepare_the_desk_2", "准备 账户", "Case", "1"]);
});

test("no step gets the name of another", () => {
  expect(freeName("Finance", 'approval("Finance", x); approval("Finance 2", y);')).toBe("Finance 3");
});

test("all that a form shows can be said", () => {
  for (const kind of kinds) expect(new Set([...fieldsOf[kind].first, ...fieldsOf[kind].more]).size).toBe(fieldsOf[kind].first.length + fieldsOf[kind].more.length);
});
