import { createContext, useContext } from "react";
import type { Json } from "../builder/json-place";
import type { Node, Place } from "./schema";
import type { Offer } from "./useDeskNames";

/** The policy that is written in, for all controls of the page. */
export interface Bench {
  schema: Node;
  policy: Json;
  readOnly: boolean;
  /** Another value at a place; nothing takes the key away. */
  set: (place: Place, value: unknown) => void;
  change: (next: (policy: Json) => Json) => void;
  /** What the desk found, by the id of the place where it stands. */
  marks: ReadonlyMap<string, string[]>;
  /** Where a finding leads to: cards on the way open. */
  target: { place: Place; at: number } | undefined;
  toText: (place: Place) => void;
  /** What the desk has beside its policy, by kind of name. */
  offers: Readonly<Record<string, Offer[]>>;
}

const Around = createContext<Bench | undefined>(undefined);

export const BenchProvider = Around.Provider;

export function useBench(): Bench {
  const bench = useContext(Around);
  if (!bench) throw new Error("there is no policy around");
  return bench;
}

export const idOf = (place: Place) => `policy-${place.map((key) => encodeURIComponent(String(key))).join("-")}`;

/** What a control of the page is given. */
export interface Control {
  node: Node;
  place: Place;
  /** Its key's name, as texts know it. */
  name: string;
  value: unknown;
  isRequired: boolean;
  /** What it is called, where no label stands beside it. */
  label?: string | undefined;
  describedBy?: string | undefined;
}
