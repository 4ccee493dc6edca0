import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { same } from "../builder/json-place";
import { idOf, useBench, type Control } from "./bench";
import { cleared, shapeOf } from "./schema";
import { useUsual } from "./useUsual";
import { useWords } from "./words";

interface Props {
  control: Control;
  /** Several controls in one: they stand in a group, not under a label. */
  isGroup?: boolean;
  isWide?: boolean;
  children: (ids: { describedBy: string | undefined }) => ReactNode;
}

/** A control under its name, with what it means, what counts where nothing is said, and what was found. */
export function Frame({ control, isGroup, isWide, children }: Props) {
  const { node, place, name } = control;
  const words = useWords();
  const { marks } = useBench();
  const id = idOf(place);
  const label = control.label ?? words.label(name);
  const help = words.help(name, node);
  const found = marks.get(id) ?? [];
  const describedBy = [help && `${id}-help`, found.length > 0 && `${id}-found`].filter(Boolean).join(" ") || undefined;
  const body = (
    <>
      {children({ describedBy })}
      {found.length > 0 && (
        <div id={`${id}-found`} className="policy-found">
          {found.join(" ")}
        </div>
      )}
      <Usual control={control} label={label} />
      {help && (
        <div id={`${id}-help`} className="policy-help quiet">
          {help}
        </div>
      )}
    </>
  );
  const isPart = shapeOf(node) === "fields";
  const className = ["policy-field", isWide && "policy-wide", isPart && "policy-nested"].filter(Boolean).join(" ");
  if (isGroup) {
    return (
      <fieldset id={`${id}-all`} tabIndex={-1} className={className} aria-describedby={describedBy}>
        <legend>{label}</legend>
        {body}
      </fieldset>
    );
  }
  return (
    <div className={className}>
      <label htmlFor={id}>{label}</label>
      {body}
    </div>
  );
}

/** What counts while nothing is said, or the way back to it. */
function Usual({ control, label }: { control: Control; label: string }) {
  const { t } = useTranslation("policy");
  const { readOnly, set } = useBench();
  const usual = useUsual(control.node, control.name);
  const { value, node, place, isRequired } = control;
  if (isRequired) return null;
  if (value === undefined) return usual === undefined ? null : <div className="policy-help quiet">{t("usual", { value: usual })}</div>;
  // What is emptied in its control is unset already.
  const isEmptied = usual === undefined && shapeOf(node) !== "yesno" && cleared(node, false) === undefined;
  if (readOnly || isEmptied) return null;
  const isUsual = same(value, node.default);
  return (
    <div>
      <Button type="link" size="small" className="policy-unset" aria-label={t("unsetOf", { name: label })} onClick={() => set(place, undefined)}>
        {usual === undefined ? t("unset") : isUsual ? t("unsetSame") : t("unsetTo", { value: usual })}
      </Button>
    </div>
  );
}
