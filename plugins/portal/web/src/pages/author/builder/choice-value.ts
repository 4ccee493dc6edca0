import type { Choice } from "./kinds";

// What scripts call a choice follows its title as long as nobody says it.

/** `Large, 36 m²` → `large_36_m`; nothing where the title is not in Latin letters. */
export function valueFor(title: string, taken: unknown[]): string | undefined {
  const plain = title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  if (/(?![a-z])\p{L}/u.test(plain)) return undefined;
  const stem = plain.replace(/[^a-z0-9]+/g, "_").slice(0, 40).replace(/^_+|_+$/g, "");
  if (stem === "") return undefined;
  return [stem, ...taken.map((_, place) => `${stem}_${place + 2}`)].find((value) => !taken.includes(value));
}

/** The choice under another title, its value with it where that was never chosen by hand. */
export function titled(choices: Choice[], place: number, title: string, isUsed: (value: unknown) => boolean): Choice {
  const choice = choices[place] as Choice;
  const taken = choices.filter((_, at) => at !== place).map((other) => other.const);
  const isMade = typeof choice.const === "string" && (/^choice_\d+$/.test(choice.const) || choice.const === valueFor(choice.title ?? "", taken));
  const next = isMade && !isUsed(choice.const) ? valueFor(title, taken) : undefined;
  return { ...choice, title, ...(next !== undefined && { const: next }) };
}
