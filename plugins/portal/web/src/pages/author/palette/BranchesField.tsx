import { Button, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Field } from "../builder/fields";
import type { BranchAnswers } from "./answers";
import { LimitField } from "./LimitField";
import { WhoField } from "./WhoField";
import { nobody } from "./who";

const most = 8;

interface Props {
  branches: BranchAnswers[];
  onChange: (branches: BranchAnswers[]) => void;
  fields: Field[];
  roles: string[];
}

/** The ways that run side by side, each with one step to begin with. */
export function BranchesField({ branches, onChange, fields, roles }: Props) {
  const { t } = useTranslation("palette");
  const change = (place: number, changes: Partial<BranchAnswers>) => onChange(branches.map((branch, at) => (at === place ? { ...branch, ...changes } : branch)));
  const turn = (place: number, kind: BranchAnswers["kind"], { who, limit }: BranchAnswers) =>
    change(place, kind === "wait" ? { kind, who: nobody, limit: limit.is === "policy" ? { is: "within", count: 5, unit: "wd" } : limit } : { kind, who: who.is === "nobody" ? { is: "requested_for" } : who });
  const add = (last: BranchAnswers | undefined) =>
    onChange([...branches, { kind: "task", name: "", who: last && last.who.is !== "nobody" ? last.who : { is: "requested_for" }, limit: { is: "policy" } }]);
  return (
    <>
      {branches.map((branch, place) => {
        const id = `step-branch-${place}`;
        return (
          <fieldset key={place} className="palette-branch">
            <legend>{t("branch.number", { number: place + 1 })}</legend>
            <Select
              aria-label={t("branch.kind")}
              value={branch.kind}
              onChange={(kind: BranchAnswers["kind"]) => turn(place, kind, branch)}
              options={(["task", "approval", "ask", "wait"] as const).map((kind) => ({ value: kind, label: t(`kind.${kind}.name`) }))}
            />
            <Input
              id={place === 0 ? "step-branches" : `${id}-name`}
              aria-label={branch.kind === "wait" ? t("branch.waitName") : t("field.name")}
              placeholder={branch.kind === "wait" ? t("branch.waitName") : t("field.name")}
              maxLength={120}
              value={branch.name}
              onChange={({ target }) => change(place, { name: target.value })}
            />
            {branch.kind === "wait" ? (
              <LimitField id={`${id}-limit`} label={t("field.until")} value={branch.limit} onChange={(limit) => change(place, { limit })} fields={fields} mayBePolicy={false} />
            ) : (
              <WhoField id={`${id}-who`} label={t("field.who")} value={branch.who} onChange={(who) => change(place, { who })} fields={fields} roles={roles} />
            )}
            {branches.length > 2 && (
              <Button size="small" onClick={() => onChange(branches.filter((_, at) => at !== place))}>
                {t("branch.remove")}
              </Button>
            )}
          </fieldset>
        );
      })}
      {branches.length < most && (
        <Button size="small" onClick={() => add(branches.at(-1))}>
          {t("branch.add")}
        </Button>
      )}
    </>
  );
}
