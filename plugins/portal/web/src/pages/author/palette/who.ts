import { formField, quoted } from "./literals";

/** Who is asked, as the palette offers it. */
export type Who =
  | { is: "nobody" | "manager" | "department" | "requested_for" | "requester" | "owner" }
  | { is: "group" | "local_group" | "lead" | "role" | "user" | "field" | "field_lead"; name: string };

export type WhoKind = Who["is"];

/** Of those a name has to be chosen. */
export const named = ["group", "local_group", "lead", "role", "user", "field", "field_lead"] as const satisfies WhoKind[];
export const plain = ["manager", "department", "requested_for", "requester", "owner"] as const satisfies WhoKind[];

export const nobody: Who = { is: "nobody" };

/** Somebody in the words of the language; nothing where nobody is named. */
export function whoText(who: Who): string | undefined {
  switch (who.is) {
    case "nobody":
      return undefined;
    case "manager":
      return "manager_of(requested_for)";
    case "department":
      return "lead_of(requested_for.department)";
    case "requested_for":
    case "requester":
    case "owner":
      return who.is;
    case "lead":
      return `lead_of(group(${quoted(who.name)}))`;
    case "field":
      return formField(who.name);
    case "field_lead":
      return `lead_of(${formField(who.name)})`;
    default:
      return `${who.is}(${quoted(who.name)})`;
  }
}

/** Whether nothing is left to choose. */
export const isWhole = (who: Who) => !("name" in who) || who.name !== "";
