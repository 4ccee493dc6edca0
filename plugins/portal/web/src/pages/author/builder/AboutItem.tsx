import { Checkbox, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { categoriesOf, CategoryChoice } from "../CategoryChoice";
import { asObject, useItems } from "../content";
import { useDeskCurrency } from "../palette/usePaletteNames";
import { Audience } from "./Audience";
import { GroupSetting } from "./GroupSetting";
import { IconChoice } from "./IconChoice";
import { names, put, type Json } from "./json-place";
import { PriceInput } from "./PriceInput";
import { NumberSetting, Setting } from "./Setting";

interface Props {
  schema: Json;
  onChange: (schema: Json) => void;
  readOnly: boolean;
}

const ticketKinds = ["request", "incident", "change", "problem"] as const;

/** What the catalog says of the item: its name, where it stands, what it costs, who may ask for it. */
export function AboutItem({ schema, onChange, readOnly }: Props) {
  const { t } = useTranslation(["author-builder", "words"]);
  const items = useItems();
  const catalog = asObject(schema["x-catalog"]);
  const set = (key: string, value: unknown) => onChange(put(schema, ["x-catalog", key], value === "" ? undefined : value));
  const text = (key: string) => (typeof catalog[key] === "string" ? catalog[key] : "");
  const values = asObject(catalog["values"]);
  const setGeneral = (isGeneral: boolean) => {
    const { general: _, ...rest } = values;
    const next = isGeneral ? { ...values, general: true } : rest;
    set("values", Object.keys(next).length > 0 ? next : undefined);
  };
  return (
    <details className="card builder-about">
      <summary>{t("about.title")}</summary>
      <fieldset className="builder-field" disabled={readOnly} aria-label={t("about.title")}>
        <Setting id="item-title" label={t("about.name")}>
          <Input id="item-title" value={String(schema["title"] ?? "")} onChange={({ target }) => onChange(put(schema, ["title"], target.value))} />
        </Setting>
        <Setting id="item-description" label={t("about.description")}>
          <Input.TextArea id="item-description" rows={2} value={String(schema["description"] ?? "")} onChange={({ target }) => onChange(put(schema, ["description"], target.value))} />
        </Setting>
        <div className="builder-settings">
          <Setting id="item-kind" label={t("about.kind")}>
            <Select
              id="item-kind"
              aria-label={t("about.kind")}
              disabled={readOnly}
              value={text("kind")}
              options={ticketKinds.map((kind) => ({ value: kind as string, label: t(`words:kind.${kind}`) }))}
              onChange={(kind) => set("kind", kind)}
            />
          </Setting>
          <Setting id="item-category" label={t("about.category")}>
            <CategoryChoice id="item-category" isLate disabled={readOnly} value={text("category")} categories={categoriesOf(items.data ?? [])} onChange={(category) => category !== "" && set("category", category)} />
          </Setting>
          <NumberSetting id="item-order" label={t("about.order")} value={catalog["order"]} onChange={(order) => set("order", order)} />
          <Setting id="item-icon" label={t("about.icon")}>
            <IconChoice id="item-icon" label={t("about.icon")} value={text("icon")} onChange={(icon) => set("icon", icon)} readOnly={readOnly} />
          </Setting>
        </div>
        <Setting id="item-keywords" label={t("about.keywords")}>
          <Select id="item-keywords" aria-label={t("about.keywords")} mode="tags" open={false} suffixIcon={null} disabled={readOnly} value={names(catalog["keywords"])} tokenSeparators={[","]} onChange={(words) => set("keywords", words)} />
        </Setting>
        <div className="builder-settings">
          <Price catalog={catalog} set={set} />
          <GroupSetting id="item-group" label={t("about.group")} value={text("group")} onChange={(group) => set("group", group)} readOnly={readOnly} />
          <GroupSetting id="item-restricted" label={t("about.restricted")} value={text("restricted_to")} onChange={(group) => set("restricted_to", group)} readOnly={readOnly} />
        </div>
        <Audience id="item-for" label={t("about.availableTo")} everybody={t("about.everybody")} value={catalog["available_to"]} onChange={(audience) => set("available_to", audience)} readOnly={readOnly} />
        <Audience id="item-not-for" label={t("about.notAvailableTo")} everybody={t("about.nobody")} value={catalog["not_available_to"]} onChange={(audience) => set("not_available_to", audience)} readOnly={readOnly} />
        <Checkbox checked={values["general"] === true} disabled={readOnly} onChange={({ target }) => setGeneral(target.checked)}>
          {t("about.general")}
        </Checkbox>
      </fieldset>
    </details>
  );
}

/** The base price, and one that comes again every month. */
function Price({ catalog, set }: { catalog: Json; set: (key: string, value: unknown) => void }) {
  const { t } = useTranslation("author-builder");
  const price = asObject(catalog["price"]);
  const ofDesk = useDeskCurrency();
  const currency = typeof price["currency"] === "string" ? price["currency"] : ofDesk;
  const again = asObject(catalog["recurring"]);
  const amount = (value: string) => set("price", value === "" ? undefined : { ...price, amount: value, currency: currency ?? "" });
  return (
    <>
      <Setting id="item-price" label={t("about.price")}>
        <PriceInput id="item-price" value={String(price["amount"] ?? "")} currency={currency} onChange={amount} />
      </Setting>
      {catalog["price"] !== undefined && (
        <Setting id="item-currency" label={t("about.currency")}>
          <Input id="item-currency" maxLength={3} value={String(price["currency"] ?? "")} onChange={({ target }) => set("price", { ...price, currency: target.value.toUpperCase() })} />
        </Setting>
      )}
      <Setting id="item-monthly" label={t("about.monthly")}>
        <PriceInput
          id="item-monthly"
          value={String(again["amount"] ?? "")}
          currency={currency}
          onChange={(sum) => set("recurring", sum === "" ? undefined : { ...again, amount: sum, every: again["every"] ?? "month" })}
        />
      </Setting>
    </>
  );
}
