import { badOf, type Kind } from "./kinds";
import { momentText, span, type Limit } from "./limit";
import { callOf, formField, isPlainName, keyOf, listOf, indented, mapOf, quoted, type Pairs } from "./literals";
import type { Answers, BranchAnswers } from "./answers";
import { pairsOf } from "./wanted";
import { whoText } from "./who";

/** The step in the words of the language: what is inserted. */
export function written(kind: Kind, answers: Answers): string {
  const kept = answers.keep === "" ? "" : `let ${answers.keep} = `;
  return `${kept}${callText(kind, answers)};`;
}

function callText(kind: Kind, answers: Answers): string {
  const name = quoted(answers.name.trim());
  const who = whoText(answers.who);
  const nobodyElse = who === undefined ? [] : [who];
  switch (kind) {
    case "approval":
      return callOf("approval", [name, who ?? ""], [["quorum", quorumText(answers.quorum)], ...timeOf(answers), ...aboutIt(kind, answers)]);
    case "confirm_cost":
      return callOf("confirm_cost", [amountText(answers)], [
        ["who", who === "requester" ? undefined : who],
        ["tolerance", answers.tolerance === "" ? undefined : quoted(`${answers.tolerance.trim()}%`)],
        ...timeOf(answers),
        ...aboutIt(kind, answers),
      ]);
    case "task":
    case "handle":
      return callOf(kind, [name, ...nobodyElse], [
        ...(kind === "task" ? ([["checklist", checklistText(answers.checklist)]] as Pairs) : []),
        ...timeOf(answers),
        ["escalate_to", answers.silence === "escalate" && answers.escalateTo !== "" ? `group(${quoted(answers.escalateTo)})` : undefined],
        ["by", who === undefined ? undefined : said(answers.by)],
        ["form", said(answers.form)],
        ...aboutIt(kind, answers),
      ]);
    case "ask":
      return callOf("ask", [name, who ?? ""], [...timeOf(answers), ["form", said(answers.form)], ...aboutIt(kind, answers)]);
    case "wait":
      return waitText(answers.until, [["at", said(answers.at)], ["text", said(answers.text)]]);
    case "wait_for":
      return callOf("wait_for", [quoted(answers.event.trim()), ...(answers.key === "" ? [] : [answers.key])], [...timeOf(answers), ["text", said(answers.text)]]);
    case "open_ticket":
      return callOf("open_ticket", [quoted(answers.item), mapOf(pairsOf(answers.wanted, answers.values))], [
        ["wait", answers.waits ? undefined : "false"],
        // Nobody waits for the end of a ticket that goes its own way.
        ...(answers.waits ? [...timeOf(answers), ...aboutIt(kind, { ...answers, text: "" })] : []),
      ]);
    case "plugin":
      return callOf(answers.func, [mapOf(pairsOf(answers.wanted, answers.values))], aboutIt(kind, { ...answers, text: "" }));
    case "parallel":
      return callOf("parallel", [branchesText(answers.branches)], [["on_error", said(answers.onError)]]);
    case "any_of":
      return callOf("any_of", [branchesText(answers.branches)]);
    case "assign":
      return callOf("assign", nobodyElse, who === undefined ? [] : [["by", said(answers.by)]]);
    case "sla":
      return callOf("sla", [quoted(answers.level.trim())], [["due", answers.due === "" ? undefined : formField(answers.due)]]);
    case "notify": {
      const values = pairsOf(answers.wanted, answers.values);
      return callOf("notify", [who ?? "", name, ...(values.length > 0 ? [mapOf(values)] : [])]);
    }
    case "resolve":
      return callOf("resolve", [name], [["confirm", answers.confirm ? undefined : "false"], ["code", said(answers.code)]]);
    case "reject":
      return callOf("reject", [name], [["code", said(answers.code)]]);
  }
}

const said = (text: string) => (text.trim() === "" ? undefined : quoted(text.trim()));

function timeOf({ limit, silence }: Pick<Answers, "limit" | "silence">): Pairs {
  return [...limitPairs(limit), ["on_timeout", said(silence)]];
}

function limitPairs(limit: Limit): Pairs {
  if (limit.is === "within") return [["within", span(limit.count, limit.unit)]];
  return limit.is === "due" ? [["due", momentText(limit.field, limit.before)]] : [];
}

function aboutIt(kind: Kind, { text, bad }: Pick<Answers, "text" | "bad">): Pairs {
  const option = badOf(kind)?.option;
  return [["text", said(text)], ...(option ? ([[option, said(bad)]] as Pairs) : [])];
}

/** `2` is a number, `50%` and `all` are texts. */
const quorumText = (quorum: string) => (quorum === "" ? undefined : /^\d+$/.test(quorum) ? quorum : quoted(quorum));

/** The currency is that of the request. */
const amountText = ({ amount, hasPrice }: Answers) => (amount.trim() === "" && hasPrice ? "request.price" : quoted(amount.trim().replace(",", ".")));

function checklistText(checklist: string): string | undefined {
  const points = checklist.split("\n").map((point) => point.trim()).filter((point) => point !== "");
  return points.length > 0 ? listOf(points) : undefined;
}

function waitText(until: Limit, options: Pairs): string {
  const moment = until.is === "due" ? momentText(until.field, until.before) : until.is === "within" ? span(until.count, until.unit) : span(2, "wd");
  return callOf("wait", [moment], options);
}

/** Each branch on a line of its own: that is how they are read. */
function branchesText(branches: BranchAnswers[]): string {
  const names = branchNames(branches.map(({ name }) => name.trim()));
  const lines = branches.map((branch, place) => indented(`${keyOf(names[place] ?? "")}: || ${branchText(branch)},`));
  return `#{\n${lines.join("\n")}\n}`;
}

function branchText({ kind, name, who, limit }: BranchAnswers): string {
  if (kind === "wait") return waitText(limit, []);
  return callOf(kind, [quoted(name.trim()), whoText(who) ?? ""], limitPairs(limit));
}

/**
 * A branch's name is part of its steps' paths: a short word where the step's
 * name has Latin letters, else its own without what a path cannot hold.
 */
export function branchNames(names: string[]): string[] {
  const made: string[] = [];
  for (const name of names) {
    const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^[^a-z]+|_+$/g, "").slice(0, 40);
    const isLatin = !/[^\u0000-\u024f\p{P}\p{S}]/u.test(name);
    const stem = isLatin && isPlainName(slug) ? slug : name.replace(/[./\s]+/g, " ").trim().slice(0, 40) || "branch";
    let free = stem;
    for (let number = 2; made.includes(free); number++) free = `${stem}_${number}`;
    made.push(free);
  }
  return made;
}
