import { Button, Checkbox, Input, Modal } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { PlaceLink } from "../PlaceLink";
import type { Bench } from "./bench";
import type { Field } from "./fields";
import { saidOtherwise, type Mention } from "./mentions";
import { isSayable, isTaken, renamed } from "./rename";

/** What scripts call a field, and the way to call it otherwise there, too. */
export function FieldName({ id, field, bench }: { id: string; field: Field; bench: Bench }) {
  const { t } = useTranslation("author-builder");
  const [open, setOpen] = useState(false);
  return (
    <div className="builder-name">
      <span>
        {t("name")} <code>{bench.isForm && bench.owner === "item" ? `form.${field.name}` : field.name}</code>
      </span>
      {!bench.readOnly && (
        <Button id={`${id}-rename`} size="small" onClick={() => setOpen(true)} aria-label={t("renameOf", { name: field.title || field.name })}>
          {t("rename")}
        </Button>
      )}
      {open && <RenameField id={id} field={field} bench={bench} onClose={() => setOpen(false)} />}
    </div>
  );
}

function RenameField({ id, field: { name }, bench, onClose }: { id: string; field: Field; bench: Bench; onClose: () => void }) {
  const { t } = useTranslation("author-builder");
  const [to, setTo] = useState(name);
  const found = useMemo(() => bench.find(name), [bench.texts, name]);
  // A column is read from a row, by whatever name the script gives it: nothing is sure.
  const sure = bench.isForm ? found.filter(({ isSure }) => isSure) : [];
  const rest = found.filter((place) => !sure.includes(place));
  const [chosen, setChosen] = useState(sure);
  const wrong = to === name ? undefined : !isSayable(to) ? t("nameHint") : isTaken(bench.schema, to) ? t("nameTaken") : undefined;
  const rename = () => {
    if (to === name || wrong) return;
    const schema = renamed(bench.schema, name, to);
    const texts = saidOtherwise(bench.texts, chosen, name, to);
    if (bench.isForm) bench.onRenamed(schema, texts, name, to);
    else bench.onChange(schema, texts);
    onClose();
  };
  return (
    <Modal open title={t("renameOf", { name })} okText={t("rename")} okButtonProps={{ disabled: to === name || wrong !== undefined }} onOk={rename} onCancel={onClose}>
      <div className="builder-rename">
        <label htmlFor={`${id}-to`}>{t("newName")}</label>
        <Input
          id={`${id}-to`}
          className="builder-code"
          autoFocus
          value={to}
          status={wrong ? "error" : undefined}
          aria-invalid={wrong !== undefined}
          aria-describedby={`${id}-to-hint`}
          onChange={({ target }) => setTo(target.value)}
          onPressEnter={rename}
        />
        <div id={`${id}-to-hint`} className={wrong ? "builder-wrong" : "quiet"} role={wrong ? "alert" : undefined}>
          {wrong ?? t("nameHint")}
        </div>
        {bench.isShared && sure.length > 0 && <p>{t("sharedScript")}</p>}
        <Chosen label={t("meanIt")} places={sure} chosen={chosen} onChange={setChosen} />
        <Chosen label={t("mayMean")} places={rest} chosen={chosen} onChange={setChosen} />
        {found.length === 0 && <p className="quiet">{t(bench.owner === "item" ? "saidNowhere" : "saidInNoScript")}</p>}
      </div>
    </Modal>
  );
}

/** Lines where the new name is to be said, too. */
function Chosen({ label, places, chosen, onChange }: { label: string; places: Mention[]; chosen: Mention[]; onChange: (chosen: Mention[]) => void }) {
  const { t } = useTranslation(["author-builder", "author"]);
  const firsts = places.filter(({ file, line }, at) => places.findIndex((one) => one.file === file && one.line === line) === at);
  if (places.length === 0) return null;
  return (
    <fieldset className="builder-field">
      <legend>{label}</legend>
      <ul className="builder-places">
        {firsts.map(({ file, line, text }) => {
          const said = places.filter((one) => one.file === file && one.line === line);
          const rest = chosen.filter((place) => !said.includes(place));
          return (
            <li key={`${file} ${line}`}>
              <Checkbox checked={rest.length < chosen.length} onChange={({ target }) => onChange(target.checked ? [...rest, ...said] : rest)}>
                <span className="quiet">{t("author:findings.place", { file, line })}</span> <code>{text}</code>
              </Checkbox>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

const atMost = 12;

/** Lines of the item's texts, and ways there; of very many the first. */
export function Places({ places, ways }: { places: Mention[]; ways: Bench["ways"] }) {
  const { t } = useTranslation("author-builder");
  return (
    <ul className="builder-places">
      {places.slice(0, atMost).map((place) => (
        <li key={`${place.file} ${place.from}`}>
          <PlaceLink place={place} ways={ways} /> <code>{place.text}</code>
        </li>
      ))}
      {places.length > atMost && <li className="quiet">{t("more", { count: places.length - atMost })}</li>}
    </ul>
  );
}
