import type { ReactNode } from "react";
import type { Files } from "../content";
import type { Ways } from "../PlaceLink";
import type { Json } from "./json-place";
import type { Mention } from "./mentions";

/** Whose form it is: an item's, or one that a step is answered with. Only items have prices, and only their scripts say `form`. */
export type Owner = "item" | "step";

/** What is being built, and how it is changed. */
export interface Bench {
  /** An object with fields: the form, or a row of a table in it. */
  schema: Json;
  /** Also other texts of the item that change with it. */
  onChange: (schema: Json, texts?: Files) => void;
  /** Whether it is the form itself, which alone has sections and conditions. */
  isForm: boolean;
  owner: Owner;
  /** Begins the ids of all controls. */
  id: string;
  readOnly: boolean;
  /** Names of the lists that the desk publishes. */
  lists: string[];
  /** The texts beside the form, which may say the names of its fields. */
  texts: Files;
  /** Where they say a name. */
  find: (name: string) => Mention[];
  /** Whether a script, or the form in force, says the value of a choice. */
  isSaid: (value: unknown) => boolean;
  /** What prices are in. */
  currency: string | undefined;
  ways: Ways;
  /** Whether the script carries other items, too. */
  isShared: boolean;
  /** A name that was changed: the author is shown where it may still be said. */
  onLeft: (name: string) => void;
  /** Where a name may still be said that was changed, told in the field that is open. */
  left: ReactNode;
  /** A field of the form is called otherwise: the form, texts that say so now, and the names. */
  onRenamed: (schema: Json, texts: Files, from: string, to: string) => void;
}
