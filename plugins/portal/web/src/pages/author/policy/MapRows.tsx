import { useTranslation } from "react-i18next";
import { LateInput } from "../builder/Setting";
import { rekeyed } from "../builder/json-place";
import { asObject } from "../content";
import { AddKey } from "./AddKey";
import { idOf, useBench, type Control } from "./bench";
import { Card } from "./Card";
import { Keys } from "./Fields";
import { RemoveOne } from "./lists";
import { declares } from "./names";
import { Bare } from "./Part";
import { renamed } from "./rows";
import { blank, isLarge, shapeOf, type Node } from "./schema";
import { useOpen } from "./useOpen";
import { useSummary } from "./useSummary";
import { useWords } from "./words";

/** What stands under names of its own: small things as rows, large ones as cards. */
export function MapRows(control: Control) {
  const { node, place, name, value } = control;
  const { schema, readOnly, set, change } = useBench();
  const { t } = useTranslation("policy");
  const open = useOpen(place);
  const map = asObject(value);
  const of = typeof node.additionalProperties === "object" ? node.additionalProperties : {};
  const isCards = ["fields", "map"].includes(shapeOf(of));
  const taken = Object.keys(map);

  const rename = (from: string, to: string) => {
    if (to === "" || taken.includes(to)) return;
    const kind = place.length === 1 ? declares[String(place[0])] : undefined;
    change((policy) => {
      const next = kind ? renamed(schema, policy, kind, from, to) : policy;
      return place.length === 1 ? { ...next, [String(place[0])]: rekeyed(asObject(next[String(place[0])]), from, to) } : next;
    });
    if (place.length > 1) set(place, rekeyed(map, from, to));
    open.follow((one) => (one === from ? to : one));
  };
  const remove = (key: string) => set([...place, key], undefined);
  const add = (key: string) => {
    set([...place, key], blank(of));
    if (isCards) open.begin(key);
  };
  const Rows = isCards ? MapCards : MapLines;
  return (
    <>
      {taken.length === 0 && <p className="quiet">{t("none")}</p>}
      <Rows map={map} of={of} control={control} open={open} onRename={rename} onRemove={remove} />
      {!readOnly && <AddKey node={node} place={place} name={name} taken={taken} onAdd={add} />}
    </>
  );
}

interface RowsProps {
  map: Record<string, unknown>;
  of: Node;
  control: Control;
  open: ReturnType<typeof useOpen>;
  onRename: (from: string, to: string) => void;
  onRemove: (key: string) => void;
}

function MapCards({ map, of, control, open, onRename, onRemove }: RowsProps) {
  const summary = useSummary();
  const { readOnly } = useBench();
  const { node, place, name } = control;
  return (
    <ul className="policy-cards">
      {Object.entries(map).map(([key, value]) => {
        const at = [...place, key];
        const within = `${name}/*`;
        return (
          <Card
            key={key}
            place={at}
            name={key}
            about={summary.about(of, within, value, key)}
            isOpen={open.isOpen(key)}
            onOpen={(isOpen) => open.toggle(key, isOpen)}
            onRemove={() => onRemove(key)}
          >
            {!readOnly && isTyped(node) && <KeyName id={`${idOf(at)}-name`} name={name} value={key} onDone={(to) => onRename(key, to)} />}
            {shapeOf(of) === "fields" ? <Keys node={of} place={at} name={within} value={value} /> : <MapRows node={of} place={at} name={within} value={value} isRequired label={key} />}
          </Card>
        );
      })}
    </ul>
  );
}

function KeyName({ id, name, value, onDone }: { id: string; name: string; value: string; onDone: (to: string) => void }) {
  const { t } = useTranslation("policy");
  const words = useWords();
  const isDeclared = declares[name] !== undefined;
  return (
    <div className="policy-field">
      <label htmlFor={id}>{words.keys(name)}</label>
      <LateInput id={id} value={value} onDone={onDone} />
      {isDeclared && <div className="policy-help quiet">{t("renames")}</div>}
    </div>
  );
}

function MapLines({ map, of, control, onRename, onRemove }: RowsProps) {
  const { t } = useTranslation("policy");
  const words = useWords();
  const { readOnly, marks } = useBench();
  const { node, place, name } = control;
  const within = `${name}/*`;
  const className = isLarge(shapeOf(of)) && shapeOf(of) !== "any" ? "policy-row policy-row-large" : "policy-row";
  return (
    <ul className="policy-rows">
      {Object.entries(map).map(([key, value]) => {
        const found = marks.get(idOf([...place, key])) ?? [];
        return (
          <li key={key} className={className}>
            {readOnly || !isTyped(node) ? <span className="policy-key">{isWorded(node, key) ? words.value(name, key) : key}</span> : <LateInput label={`${words.keys(name)}: ${key}`} value={key} onDone={(to) => onRename(key, to)} />}
            <div>
              <Bare node={of} place={[...place, key]} name={within} value={value} isRequired label={t("eachOf", { each: words.each(name), name: key })} />
              {found.length > 0 && <div className="policy-found">{found.join(" ")}</div>}
            </div>
            {!readOnly && <RemoveOne name={key} onRemove={() => onRemove(key)} />}
          </li>
        );
      })}
    </ul>
  );
}

/** Names that are words of the desk's own, not somebody's. */
const isWorded = (node: Node, key: string) => node.propertyNames?.enum !== undefined || node.propertyNames?.["x-also"]?.includes(key);

/** Whether names are made up here, and may be others; those of other things are chosen. */
function isTyped(node: Node): boolean {
  const keys = node.propertyNames ?? {};
  return !keys.enum && keys.format === undefined && (!keys["x-names"] || keys["x-names"] === "code");
}
