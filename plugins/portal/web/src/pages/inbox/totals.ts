import { argumentsOf, type Entry } from "./inbox-data";

interface Money {
  amount: string;
  currency: string;
}

/** What a step costs: its own amount, else what its ticket is estimated at. */
export function worthOf(step: Entry): Money | undefined {
  const { cost } = step.on;
  return argumentsOf(step).amount ?? (cost?.estimated ? { amount: cost.estimated, currency: cost.currency } : undefined);
}

/**
 * The sum of each currency, the first one first. Two steps that go by the
 * estimate of the same ticket stand for the same money: it counts once.
 */
export function totals(steps: Entry[]): Money[] {
  const sums = new Map<string, string[]>();
  const estimated = new Set<string>();
  for (const step of steps) {
    const worth = worthOf(step);
    if (!worth || !(Number(worth.amount) > 0)) continue;
    if (!argumentsOf(step).amount) {
      if (estimated.has(step.ticket)) continue;
      estimated.add(step.ticket);
    }
    sums.set(worth.currency, [...(sums.get(worth.currency) ?? []), worth.amount]);
  }
  return [...sums].map(([currency, amounts]) => ({ currency, amount: sum(amounts) }));
}

/** Decimal strings are added as whole numbers of their smallest part, so that no cent is lost. */
function sum(amounts: string[]): string {
  const digits = Math.max(...amounts.map((amount) => amount.split(".")[1]?.length ?? 0));
  const whole = (amount: string) => {
    const [units = "0", part = ""] = amount.split(".");
    return BigInt(units + part.padEnd(digits, "0"));
  };
  const text = String(amounts.map(whole).reduce((one, other) => one + other)).padStart(digits + 1, "0");
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
