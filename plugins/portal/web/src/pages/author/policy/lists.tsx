import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { names } from "../builder/json-place";
import { idOf, useBench, type Control } from "./bench";
import { ClockInput } from "./moments";
import { withDate } from "./rows";
import { cleared } from "./schema";
import { SpanControl } from "./SpanControl";
import { nextStretch, readSpan, readStretch, writeSpan, writeStretch } from "./spans";

// Short lists whose parts are no words: days, times, hours of a day.

/** Days, in their order; a new one is chosen and added. */
export function DatesControl({ node, place, value, isRequired, label }: Control) {
  const { t } = useTranslation("policy");
  const { readOnly, set } = useBench();
  const [day, setDay] = useState("");
  const days = names(value);
  const name = label ?? "";
  const put = (next: string[]) => set(place, next.length === 0 ? cleared(node, isRequired) : next);
  const add = () => {
    if (day === "") return;
    put(withDate(days, day));
    setDay("");
  };
  return (
    <>
      {days.length > 0 && (
        <ul className="policy-tags" aria-label={name}>
          {days.map((one, at) => (
            <li key={`${at} ${one}`}>
              {one}
              {!readOnly && <RemoveOne name={one} onRemove={() => put(days.toSpliced(at, 1))} />}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <div className="policy-add" onKeyDown={(event) => event.key === "Enter" && (event.preventDefault(), add())}>
          <ClockInput id={`${idOf(place)}-new`} type="date" value={day} onChange={setDay} label={t("newDay", { name })} readOnly={false} />
          <Button disabled={day === ""} onClick={add} aria-label={t("addTo", { name })}>
            {t("add")}
          </Button>
        </div>
      )}
    </>
  );
}

/** Times after something, one after the other. */
export function SpansControl({ node, place, name, value, isRequired, label }: Control) {
  const { t } = useTranslation("policy");
  const { readOnly, set } = useBench();
  const spans = names(value);
  const put = (next: string[]) => set(place, next.length === 0 ? cleared(node, isRequired) : next);
  const last = readSpan(spans.at(-1));
  return (
    <>
      {spans.map((one, at) => (
        <div key={at} className="policy-add">
          <SpanControl node={node.items ?? {}} place={[...place, at]} name={name} value={one} isRequired label={t("numbered", { name: label, number: at + 1 })} />
          {!readOnly && <RemoveOne name={t("numbered", { name: label, number: at + 1 })} onRemove={() => put(spans.toSpliced(at, 1))} />}
        </div>
      ))}
      {!readOnly && (
        <div>
          <Button size="small" aria-label={t("addTo", { name: label })} onClick={() => put([...spans, last ? writeSpan({ ...last, count: last.count + 1 }) : "1d"])}>
            {t("add")}
          </Button>
        </div>
      )}
    </>
  );
}

/** Hours of one day: from and to, as often as it is interrupted. */
export function StretchesControl({ place, value, isRequired, label }: Control) {
  const { t } = useTranslation("policy");
  const { readOnly, set } = useBench();
  const texts = names(value);
  const put = (next: string[]) => set(place, next.length === 0 && !isRequired ? undefined : next);
  return (
    <div role="group" aria-label={label} className="policy-stretches">
      {texts.length === 0 && <span className="quiet">{t("closed")}</span>}
      {texts.map((text, at) => {
        const stretch = readStretch(text);
        const named = t("numbered", { name: label, number: at + 1 });
        if (!stretch) return <span key={at}>{text}</span>;
        const end = stretch.to === "24:00" ? "00:00" : stretch.to;
        return (
          <div key={at} className="policy-stretch">
            <ClockInput id={`${idOf(place)}-${at}-from`} type="time" value={stretch.from} label={t("fromOf", { name: named })} readOnly={readOnly} onChange={(from) => put(texts.with(at, writeStretch({ ...stretch, from })))} />
            <span aria-hidden>–</span>
            {/* Midnight at the end of a day is written as its 24th hour. */}
            <ClockInput
              id={`${idOf(place)}-${at}-to`}
              type="time"
              value={end}
              label={t("toOf", { name: named })}
              readOnly={readOnly}
              onChange={(to) => put(texts.with(at, writeStretch({ ...stretch, to: to === "00:00" ? "24:00" : to })))}
            />
            {!readOnly && <RemoveOne name={named} onRemove={() => put(texts.toSpliced(at, 1))} />}
          </div>
        );
      })}
      {!readOnly && (
        <Button size="small" aria-label={t("addTo", { name: label })} onClick={() => put([...texts, nextStretch(texts)])}>
          {t("addHours")}
        </Button>
      )}
    </div>
  );
}

export function RemoveOne({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation("policy");
  return (
    <Button type="text" size="small" aria-label={t("removeOf", { name })} onClick={onRemove}>
      <span aria-hidden>✕</span>
    </Button>
  );
}
