import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { asObject } from "../content";
import { useBench, type Control } from "./bench";
import { ByPriority, isByPriority } from "./ByPriority";
import { Matrix } from "./Matrix";
import { inOrder } from "./order";
import { Part } from "./Part";
import { blank, isSwitched, type Node } from "./schema";
import { useWords } from "./words";

/** The keys of an object, each by its own control; those it may do without, too. */
export function Fields({ node, place, name, value, isRequired, label }: Control) {
  const { t } = useTranslation("policy");
  const words = useWords();
  const { readOnly, set } = useBench();
  if (isSwitched(node, place, isRequired)) {
    const said = label ?? words.label(name);
    const isThere = value !== undefined;
    return (
      <>
        {isThere ? <Keys node={node} place={place} name={name} value={value} /> : <p className="quiet">{t("notThere")}</p>}
        {!readOnly && (
          <div>
            <Button size="small" aria-label={t(isThere ? "removeOf" : "addOf", { name: said })} onClick={() => set(place, isThere ? undefined : blank(node))}>
              {isThere ? t("remove") : t("addThese")}
            </Button>
          </div>
        )}
      </>
    );
  }
  return <Keys node={node} place={place} name={name} value={value} />;
}

type KeysProps = Pick<Control, "node" | "place" | "name" | "value"> & { without?: readonly string[] };

export function Keys({ node, place, name, value, without = [] }: KeysProps) {
  const own = asObject(value);
  const hasMatrix = isMatrix(node);
  const fields = inOrder(node, name);
  const byPriority = fields.filter(([, of]) => isByPriority(of));
  const elsewhere = [...without, ...(hasMatrix ? matrixKeys : []), ...byPriority.map(([key]) => key)];
  return (
    <div className="policy-fields">
      {hasMatrix && <Matrix />}
      {fields
        .filter(([key]) => !elsewhere.includes(key))
        .map(([key, of]) => (
          <Part key={key} node={of} place={[...place, key]} name={`${name}/${key}`} value={own[key]} isRequired={node.required?.includes(key) ?? false} />
        ))}
      {byPriority.length > 0 && <ByPriority node={node} place={place} name={name} value={value} />}
    </div>
  );
}

const matrixKeys = ["impacts", "urgencies", "matrix"];
const isMatrix = (node: Node) => matrixKeys.every((key) => node.properties?.[key]);
