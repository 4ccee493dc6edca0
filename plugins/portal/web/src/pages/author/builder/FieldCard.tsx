import DownOutlined from "@ant-design/icons/DownOutlined";
import RightOutlined from "@ant-design/icons/RightOutlined";
import UpOutlined from "@ant-design/icons/UpOutlined";
import { Button } from "antd";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Bench } from "./bench";
import { FieldEditor } from "./FieldEditor";
import type { Field } from "./fields";
import type { Json } from "./json-place";
import { moveField, neighbour, type Group } from "./sections";
import { useConditionText } from "./useConditionText";

interface Props {
  field: Field;
  bench: Bench;
  /** Of the form alone. */
  groups?: Group[];
  isOpen: boolean;
  onOpen: (open: boolean) => void;
  onRemoved?: (field: Field, after: Json) => void;
}

/** A field in the list: what it asks for, when, and its place; opened, all that can be said of it. */
export function FieldCard({ field, bench, groups, isOpen, onOpen, onRemoved }: Props) {
  const { t } = useTranslation("author-builder");
  const said = useConditionText(bench.schema);
  const up = useRef<HTMLButtonElement>(null);
  const down = useRef<HTMLButtonElement>(null);
  const moved = useRef<1 | -1>(undefined);
  const id = `${bench.id}-${field.key}`;
  const name = field.title || field.name;
  const [before, after] = [neighbour(bench.schema, field, -1), neighbour(bench.schema, field, 1)];
  const move = (by: 1 | -1) => {
    if (!(by === 1 ? after : before)) return;
    moved.current = by;
    bench.onChange(moveField(bench.schema, field, by));
  };
  // The hand stays on the button as the field moves, or goes to the other one at the end of the list.
  useEffect(() => {
    const by = moved.current;
    moved.current = undefined;
    if (by === undefined) return;
    const [own, other] = by === 1 ? [down.current, up.current] : [up.current, down.current];
    (own?.disabled ? other : own)?.focus();
  }, [bench.schema]);
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined;
    if (!event.altKey || by === undefined || bench.readOnly) return;
    event.preventDefault();
    event.stopPropagation();
    move(by);
  };
  const about = [t(`kind.${field.kind}`), field.required && t("required"), field.requiredWhen && t("requiredSometimes"), field.shownWhen && said(field.shownWhen)].filter(Boolean);
  return (
    <li className={bench.isForm ? "card builder-card" : "builder-card builder-column"}>
      <div className="builder-head" onKeyDown={keys}>
        <button type="button" className="builder-open" aria-expanded={isOpen} aria-controls={isOpen ? `${id}-body` : undefined} onClick={() => onOpen(!isOpen)}>
          {isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
          <span>
            <strong>{name}</strong> <span className="quiet">{about.join(" · ")}</span>
          </span>
        </button>
        {!bench.readOnly && (
          <span className="builder-tools">
            <Button ref={up} aria-keyshortcuts="Alt+ArrowUp" size="small" icon={<UpOutlined aria-hidden />} aria-label={t("upOf", { name })} disabled={!before} onClick={() => move(-1)} />
            <Button ref={down} aria-keyshortcuts="Alt+ArrowDown" size="small" icon={<DownOutlined aria-hidden />} aria-label={t("downOf", { name })} disabled={!after} onClick={() => move(1)} />
          </span>
        )}
      </div>
      {isOpen && (
        <div id={`${id}-body`}>
          <FieldEditor id={id} field={field} bench={bench} groups={groups} onRemoved={onRemoved} />
        </div>
      )}
    </li>
  );
}
