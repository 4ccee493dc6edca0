import type { Typed } from "./operations";

// What was typed into a form that was closed or refused; as long as the tab lives.
const prefix = "maitred.desk.typed.";

export function keep(place: string, typed: Typed): void {
  try {
    sessionStorage.setItem(prefix + place, JSON.stringify(typed));
  } catch {
    // Full or forbidden: the form on the page still has it.
  }
}

export function kept(place: string): Typed {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + place) ?? "{}") as Typed;
  } catch {
    return {};
  }
}

export function forget(place: string): void {
  sessionStorage.removeItem(prefix + place);
}
