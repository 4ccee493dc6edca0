import { formField, quoted } from "./literals";

export const units = ["wh", "wd", "m", "h", "d", "w"] as const;
export type Unit = (typeof units)[number];

/** Until when: as the policy says, so long, or a moment of the form with some time before it. */
export type Limit = { is: "policy" } | { is: "within"; count: number; unit: Unit } | { is: "due"; field: string; before: number };

export const span = (count: number, unit: Unit) => quoted(`${count}${unit}`);

/** A moment of the form, or so many working days before it. */
export function momentText(field: string, before: number): string {
  return before > 0 ? `${formField(field)} - ${span(before, "wd")}` : formField(field);
}

export const isLimitWhole = (limit: Limit) => limit.is !== "due" || limit.field !== "";
