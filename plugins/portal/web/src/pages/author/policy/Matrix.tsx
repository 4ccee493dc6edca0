import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { LateInput } from "../builder/Setting";
import { names } from "../builder/json-place";
import { asObject } from "../content";
import { idOf, useBench } from "./bench";
import { RemoveOne } from "./lists";
import { prioritiesFor } from "./names";
import { cellOf, withCell, withColumn, withoutColumn, withoutRow, withRow } from "./matrix-rules";
import { renamed } from "./rows";
import { readable, useWords } from "./words";

/** Impact × urgency: what stands in a cell is the priority. */
export function Matrix() {
  const { t } = useTranslation("policy");
  const words = useWords();
  const { policy, schema, readOnly, change, marks } = useBench();
  const priority = asObject(policy["priority"]);
  const [impacts, urgencies] = [names(priority["impacts"]), names(priority["urgencies"])];
  const cells = prioritiesFor(policy);
  const rename = (kind: "impact" | "urgency", list: "impacts" | "urgencies") => (from: string, to: string) => {
    const now = names(priority[list]);
    if (to === "" || now.includes(to)) return;
    change((before) => {
      const next = renamed(schema, before, kind, from, to);
      return { ...next, priority: { ...asObject(next["priority"]), [list]: now.with(now.indexOf(from), to) } };
    });
  };
  const found = ["impacts", "urgencies", "matrix"].flatMap((key) => marks.get(idOf(["priority", key])) ?? []);
  return (
    <div className="policy-field policy-wide">
      <div className="policy-scroll">
        <table className="policy-table policy-matrix" id={idOf(["priority", "matrix"])} tabIndex={-1}>
          <caption>{words.label("priority/matrix")}</caption>
          <thead>
            <tr>
              <th scope="col">
                {words.label("priority/impacts")} \ {words.label("priority/urgencies")}
              </th>
              {urgencies.map((urgency) => (
                <th key={urgency} scope="col">
                  <Head name={urgency} readOnly={readOnly} onRename={(to) => rename("urgency", "urgencies")(urgency, to)} onRemove={urgencies.length > 1 ? () => change((now) => withoutColumn(now, urgency)) : undefined} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {impacts.map((impact) => (
              <tr key={impact}>
                <th scope="row">
                  <Head name={impact} readOnly={readOnly} onRename={(to) => rename("impact", "impacts")(impact, to)} onRemove={impacts.length > 1 ? () => change((now) => withoutRow(now, impact)) : undefined} />
                </th>
                {urgencies.map((urgency, column) => {
                  const now = cellOf(policy, impact, column);
                  return (
                    <td key={urgency}>
                      <Select
                        id={idOf(["priority", "matrix", impact, column])}
                        aria-label={`${readable(impact)}, ${readable(urgency)}`}
                        disabled={readOnly}
                        popupMatchSelectWidth={false}
                        value={now ?? null}
                        options={[...new Set([...cells, ...(now ? [now] : [])])].map((name) => ({ value: name, label: name }))}
                        onChange={(next: string) => change((before) => withCell(before, impact, column, next))}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.length > 0 && <div className="policy-found">{found.join(" ")}</div>}
      {!readOnly && (
        <div className="policy-add">
          <Button size="small" onClick={() => change(withRow)}>
            {t("addImpact")}
          </Button>
          <Button size="small" onClick={() => change(withColumn)}>
            {t("addUrgency")}
          </Button>
        </div>
      )}
      <div className="policy-help quiet">{t("matrixNames")}</div>
    </div>
  );
}

interface HeadProps {
  name: string;
  readOnly: boolean;
  onRename: (to: string) => void;
  onRemove: (() => void) | undefined;
}

/** A row's or a column's name, which can be another one. */
function Head({ name, readOnly, onRename, onRemove }: HeadProps) {
  const { t } = useTranslation("policy");
  if (readOnly) return <span>{name}</span>;
  return (
    <div className="policy-head">
      <LateInput label={t("nameOf", { name })} value={name} onDone={onRename} />
      {onRemove && <RemoveOne name={name} onRemove={onRemove} />}
    </div>
  );
}
