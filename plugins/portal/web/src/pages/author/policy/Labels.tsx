import { Input } from "antd";
import { asObject } from "../content";
import { idOf, useBench, type Control } from "./bench";
import { tagged } from "./NameControl";
import { languagesOf } from "./names";

/** A text in each of the desk's languages, and in those that somebody has written it in. */
export function LabelsControl({ place, value, label }: Control) {
  const { policy, readOnly, set } = useBench();
  const texts = asObject(value);
  const tags = [...new Set([...languagesOf(policy), ...Object.keys(texts)])];
  return (
    <div className="policy-labels">
      {tags.map((tag) => {
        const id = idOf([...place, tag]);
        const text = texts[tag];
        return (
          <div key={tag} className="policy-field">
            <label htmlFor={id}>
              <span className="unseen">{label} </span>
              {tagged(tag)}
            </label>
            <Input id={id} lang={tag} readOnly={readOnly} value={typeof text === "string" ? text : ""} onChange={({ target }) => set([...place, tag], target.value || undefined)} />
          </div>
        );
      })}
    </div>
  );
}
