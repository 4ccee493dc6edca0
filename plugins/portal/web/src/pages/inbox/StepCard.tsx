import { Checkbox, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Ago } from "../../time/Moment";
import { useNow, useTime } from "../../time/time";
import { useAsker } from "./asker";
import { useMoney } from "./FactList";
import { argumentsOf, useTicket } from "./inbox-data";
import type { Row } from "./steady";
import { useStandsInFor } from "./stands-in";
import { tellingWords } from "./telling";
import { worthOf } from "./totals";

interface Props {
  row: Row;
  isOpen: boolean;
  isChosen: boolean;
  canChoose: boolean;
  onOpen: () => void;
  onChoose: (chosen: boolean) => void;
}

/** One line of the inbox: enough to know whether it needs a closer look. */
export function StepCard({ row: { step, gone }, isOpen, isChosen, canChoose, onOpen, onChoose }: Props) {
  const { t } = useTranslation("inbox");
  // A person's own question is its own mark; a workflow's text is often the same for all.
  const isOwn = step.origin === "person" && !!step.text;
  const ticket = useTicket(step.ticket, !isOwn).data;
  const { title, requested_for: asksFor } = step.on;
  const asker = useAsker(step);
  const money = useMoney();
  const inPlaceOf = useStandsInFor(step);
  const amount = worthOf(step);
  const telling = isOwn ? undefined : tellingWords(argumentsOf(step).show, ticket);
  const words = [...new Set([step.text, telling])].filter(Boolean);
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
          <span>{asker ? t(`asker.${asker.how}`, { name: asker.name }) : asksFor.name}</span>
          <Ago at={step.opened_at} />
        </span>
        {words.map((text) => (
          <span key={text} className="why quiet">
            {text}
          </span>
        ))}
        <span className="card-line quiet">
          <span>
            <Tag>{t(`kind.${step.kind}`)}</Tag>
            {step.ticket} · {step.name}
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
