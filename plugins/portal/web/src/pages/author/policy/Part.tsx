import { Button } from "antd";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { useBench, type Control } from "./bench";
import { Cards } from "./Cards";
import { AnyControl, OneOrEach, OneOrMany } from "./Either";
import { Fields } from "./Fields";
import { Frame } from "./Frame";
import { LabelsControl } from "./Labels";
import { DatesControl, SpansControl, StretchesControl } from "./lists";
import { MapRows } from "./MapRows";
import { DateControl, MomentControl } from "./moments";
import { NameControl, NamesControl } from "./NameControl";
import { ChecksControl, ChoiceControl, NumberControl, TextControl, TextsControl, YesNoControl } from "./plain";
import { fits, shapeOf, type Shape } from "./schema";
import { SpanControl } from "./SpanControl";
import { WeekControl } from "./Week";
import { useWords } from "./words";

const controls: Record<Shape, ComponentType<Control>> = {
  text: TextControl,
  number: NumberControl,
  yesno: YesNoControl,
  choice: ChoiceControl,
  span: SpanControl,
  date: DateControl,
  moment: MomentControl,
  name: NameControl,
  names: NamesControl,
  checks: ChecksControl,
  texts: TextsControl,
  spans: SpansControl,
  dates: DatesControl,
  stretches: StretchesControl,
  fields: Fields,
  map: MapRows,
  labels: LabelsControl,
  week: WeekControl,
  cards: Cards,
  oneOrMany: OneOrMany,
  oneOrEach: OneOrEach,
  any: AnyControl,
};

const inGroups: Shape[] = ["checks", "spans", "dates", "stretches", "labels", "week", "map", "cards", "fields", "oneOrEach"];
const wide: Shape[] = ["labels", "week", "map", "cards", "fields", "dates"];

/** A place of the policy by the control that fits it, under its name. */
export function Part(control: Control) {
  const words = useWords();
  const shape = shapeOf(control.node);
  const label = control.label ?? words.label(control.name);
  return (
    <Frame control={{ ...control, label }} isGroup={inGroups.includes(shape)} isWide={wide.includes(shape)}>
      {({ describedBy }) => <Bare {...control} {...(inGroups.includes(shape) ? { label } : {})} describedBy={describedBy} />}
    </Frame>
  );
}

/** The same without its name, where one stands beside it. */
export function Bare(control: Control) {
  if (!fits(control.node, control.value)) return <Odd {...control} />;
  const Fitting = controls[shapeOf(control.node)];
  return <Fitting {...control} />;
}

/** What is written otherwise than a control can show is left as it is. */
function Odd({ place }: Control) {
  const { t } = useTranslation("policy");
  const { toText } = useBench();
  return (
    <p className="policy-odd">
      {t("odd")}{" "}
      <Button size="small" onClick={() => toText(place)}>
        {t("showText")}
      </Button>
    </p>
  );
}
