import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { names } from "../builder/json-place";
import { asObject } from "../content";
import { useBench, type Control } from "./bench";
import { StretchesControl } from "./lists";
import { nodeAt, week } from "./schema";

/** The hours of a week, day by day; days without any are days off. */
export function WeekControl({ node, place, name, value }: Control) {
  const { t } = useTranslation("policy");
  const { readOnly, set } = useBench();
  const hours = asObject(value);
  const monday = names(hours["mon"]);
  const workdays = week.slice(1, 5);
  const isAlike = workdays.every((day) => JSON.stringify(hours[day]) === JSON.stringify(hours["mon"]));
  return (
    <>
      <div className="policy-week">
        {week.map((day) => (
          <div key={day}>
            <span>{t(`day.${day}`)}</span>
            <StretchesControl node={nodeAt(node, [day]) ?? {}} place={[...place, day]} name={name} value={hours[day]} isRequired={false} label={t(`day.${day}`)} />
          </div>
        ))}
      </div>
      {!readOnly && monday.length > 0 && !isAlike && (
        <div>
          <Button size="small" onClick={() => set(place, { ...hours, ...Object.fromEntries(workdays.map((day) => [day, monday])) })}>
            {t("likeMonday")}
          </Button>
        </div>
      )}
    </>
  );
}
