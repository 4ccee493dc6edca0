import { AutoComplete, Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { idOf } from "./bench";
import { ClockInput } from "./moments";
import { useOffers } from "./NameControl";
import { matches, type Node, type Place } from "./schema";
import { useWords } from "./words";

interface Props {
  node: Node;
  place: Place;
  name: string;
  taken: string[];
  onAdd: (key: string) => void;
}

/** A new name in a map: typed, or chosen from what there is. */
export function AddKey({ node, place, name, taken, onAdd }: Props) {
  const { t } = useTranslation("policy");
  const words = useWords();
  const [typed, setTyped] = useState("");
  const keys = node.propertyNames ?? {};
  const named = useOffers(keys, name);
  const key = typed.trim();
  const fault = key === "" ? undefined : taken.includes(key) ? t("taken") : keys.pattern && !matches(keys.pattern, key) ? t("badName") : undefined;
  const add = () => {
    if (key === "" || fault) return;
    onAdd(key);
    setTyped("");
  };
  const label = t("newOf", { name: words.keys(name) });
  const id = `${idOf(place)}-new`;
  const enumerated = keys.enum?.map((one) => ({ value: String(one), label: words.value(name, one) }));
  const offers = (enumerated ?? named).filter(({ value }) => !taken.includes(value));
  const isChosen = enumerated !== undefined || (keys["x-names"] !== undefined && !["location", "code", "language"].includes(keys["x-names"]));
  return (
    <div className="policy-add" onKeyDown={(event) => event.key === "Enter" && event.target instanceof HTMLInputElement && !isChosen && (event.preventDefault(), add())}>
      {keys.format === "date" ? (
        <ClockInput id={id} type="date" value={typed} onChange={setTyped} label={label} readOnly={false} />
      ) : isChosen ? (
        <Select id={id} className="policy-grow" aria-label={label} placeholder={label} value={typed || null} options={offers} showSearch={{ optionFilterProp: "label" }} onChange={setTyped} />
      ) : offers.length > 0 ? (
        <AutoComplete id={id} className="policy-grow" aria-label={label} placeholder={label} value={typed} options={offers} onChange={setTyped} />
      ) : (
        <Input id={id} className="policy-grow" aria-label={label} placeholder={label} value={typed} aria-invalid={fault !== undefined || undefined} aria-describedby={fault && `${id}-fault`} onChange={({ target }) => setTyped(target.value)} />
      )}
      <Button disabled={key === "" || fault !== undefined} aria-label={t("addOf", { name: words.keys(name) })} onClick={add}>
        {t("add")}
      </Button>
      {fault && (
        <span id={`${id}-fault`} className="policy-found" role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}
