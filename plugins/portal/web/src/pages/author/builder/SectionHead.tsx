import DownOutlined from "@ant-design/icons/DownOutlined";
import UpOutlined from "@ant-design/icons/UpOutlined";
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Bench } from "./bench";
import { addSection, moveSection, removeSection, renameSection, type Group } from "./sections";

/** The title of a section above its fields, and its place among the sections. */
export function SectionHead({ group: { place, title, fields }, count, bench }: { group: Group; count: number; bench: Bench }) {
  const { t } = useTranslation("author-builder");
  const { schema, onChange, readOnly } = bench;
  if (place === undefined) return <h3>{t("noSection")}</h3>;
  const name = title || t("untitled");
  const move = (by: 1 | -1) => {
    onChange(moveSection(schema, place, by));
    // The hand goes with the section, to the other button where it can go no further.
    requestAnimationFrame(() => {
      const [own, other] = by === 1 ? ["down", "up"] : ["up", "down"];
      const button = (side: string | undefined) => document.getElementById(`section-${place + by}-${side}`) as HTMLButtonElement | null;
      (button(own)?.disabled ? button(other) : button(own))?.focus();
    });
  };
  return (
    <div className="builder-section" role="group" aria-label={t("sectionOf", { name })}>
      <Input aria-label={t("sectionTitle")} disabled={readOnly} value={title} onChange={({ target }) => onChange(renameSection(schema, place, target.value))} />
      {!readOnly && (
        <span className="builder-tools">
          <Button id={`section-${place}-up`} size="small" icon={<UpOutlined aria-hidden />} aria-label={t("upOf", { name })} disabled={place === 0} onClick={() => move(-1)} />
          <Button id={`section-${place}-down`} size="small" icon={<DownOutlined aria-hidden />} aria-label={t("downOf", { name })} disabled={place === count - 1} onClick={() => move(1)} />
          <Button size="small" aria-label={t("dissolveOf", { name })} onClick={() => onChange(removeSection(schema, place))}>
            {fields.length > 0 ? t("dissolve") : t("remove")}
          </Button>
        </span>
      )}
    </div>
  );
}

export function AddSection({ bench: { schema, onChange } }: { bench: Bench }) {
  const { t } = useTranslation("author-builder");
  const [title, setTitle] = useState("");
  const add = () => {
    if (title.trim() === "") return;
    onChange(addSection(schema, title.trim()));
    setTitle("");
  };
  return (
    <div className="builder-add">
      <Input aria-label={t("titleOfSection")} placeholder={t("titleOfSection")} value={title} onChange={({ target }) => setTitle(target.value)} onPressEnter={add} />
      <Button onClick={add} disabled={title.trim() === ""}>
        {t("addSection")}
      </Button>
    </div>
  );
}
