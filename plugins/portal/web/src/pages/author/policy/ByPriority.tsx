import { useTranslation } from "react-i18next";
import { asObject } from "../content";
import { idOf, useBench } from "./bench";
import { prioritiesOf } from "./names";
import { inOrder } from "./order";
import { shapeOf, type Node, type Place } from "./schema";
import { SpanControl } from "./SpanControl";
import { useWords } from "./words";

/** Times that differ by priority. */
export const isByPriority = (node: Node) =>
  node.propertyNames?.["x-names"] === "priority" && typeof node.additionalProperties === "object" && shapeOf(node.additionalProperties) === "span";

/** All times by priority of one card, side by side. */
export function ByPriority({ node, place, name, value }: { node: Node; place: Place; name: string; value: unknown }) {
  const { t } = useTranslation("policy");
  const { policy, marks } = useBench();
  const words = useWords();
  const columns = inOrder(node, name).filter(([, of]) => isByPriority(of));
  const said = columns.flatMap(([key]) => Object.keys(asObject(asObject(value)[key])));
  const rows = [...new Set([...prioritiesOf(policy), ...said])];
  const found = columns.flatMap(([key]) => marks.get(idOf([...place, key])) ?? []);
  const helps = columns.map(([key, of]) => [words.label(`${name}/${key}`), words.help(`${name}/${key}`, of)] as const).filter(([, help]) => help);
  return (
    <div className="policy-field policy-wide">
      <div className="policy-scroll">
        <table className="policy-table">
          <caption>{t("byPriority")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("priority")}</th>
              {columns.map(([key]) => (
                <th key={key} id={idOf([...place, key])} tabIndex={-1} scope="col">
                  {words.label(`${name}/${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((priority) => (
              <tr key={priority}>
                <th scope="row">{priority}</th>
                {columns.map(([key, of]) => (
                  <td key={key}>
                    <SpanControl
                      node={of.additionalProperties as Node}
                      place={[...place, key, priority]}
                      name={`${name}/${key}/*`}
                      value={asObject(asObject(value)[key])[priority]}
                      isRequired={false}
                      isNarrow
                      label={`${words.label(`${name}/${key}`)}, ${priority}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.length > 0 && <div className="policy-found">{found.join(" ")}</div>}
      {helps.map(([label, help]) => (
        <div key={label} className="policy-help quiet">
          {label}: {help}
        </div>
      ))}
    </div>
  );
}
