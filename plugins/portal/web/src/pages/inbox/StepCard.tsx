import { Checkbox, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Ago } from "../../time/Moment";
import { useNow, useTime } from "../../time/time";
import { useMoney } from "./FactList";
import { argumentsOf, useTicket } from "./inbox-data";
import type { Row } from "./steady";
import { useStandsInFor } from "./stands-in";

interface Props {
  row: Row;
  isOpen: boolean;
  isChosen: boolean;
  canChoose: boolean;
  onOpen: () => void;
  onChoose: (chosen: boolean) => void;
}

const shortFields = (form: unknown) =>
  Object.values((form ?? {}) as Record<string, unknown>).find((value) => typeof value === "string" && value.length > 12) as string | undefined;

/** One line of the inbox: enough to know whether it needs a closer look. */
export function StepCard({ row: { step, gone }, isOpen, isChosen, canChoose, onOpen, onChoose }: Props) {
  const { t } = useTranslation("inbox");
  const form = useTicket(step.ticket).data?.form;
  const { cost, title, requested_for: asksFor } = step.on;
  const money = useMoney();
  const inPlaceOf = useStandsInFor(step);
  const amount = argumentsOf(step).amount ?? (cost?.estimated ? { amount: cost.estimated, currency: cost.currency } : undefined);
  const why = step.text ?? shortFields(argumentsOf(step).show ?? form);
  return (
    <li className={["step-card", isOpen && "open", gone && "gone"].filter(Boolean).join(" ")}>
      {canChoose && !gone && (
        <Checkbox className="choose" checked={isChosen} aria-label={t("choose", { what: `${title}, ${step.ticket}` })} onChange={({ target }) => onChoose(target.checked)} />
      )}
      <button type="button" id={`card-${step.id}`} onClick={onOpen} aria-current={isOpen ? "true" : undefined}>
        <span className="card-line">
          <strong>{title}</strong>
          {amount && Number(amount.amount) > 0 && <span className="price">{money(amount)}</span>}
        </span>
        <span className="card-line">
          <span>{asksFor.name}</span>
          <Ago at={step.opened_at} />
        </span>
        {why && <span className="why quiet">{why}</span>}
        <span className="card-line quiet">
          <span>
            <Tag>{t(`kind.${step.kind}`)}</Tag>
            {step.name}
            {inPlaceOf && ` · ${t("standsInShort", { name: inPlaceOf })}`}
          </span>
          {gone ? <span>{t("gone.short")}</span> : step.due_at && <Due at={step.due_at} />}
        </span>
      </button>
    </li>
  );
}

function Due({ at }: { at: string }) {
  const { t } = useTranslation("inbox");
  const time = useTime();
  const now = useNow();
  const isLate = Date.parse(at) < now;
  return (
    <time dateTime={at} title={time.full(at)} className={isLate ? "alarm" : undefined}>
      {isLate ? t("overdue") : t("dueIn", { time: time.relative(at, now) })}
    </time>
  );
}
