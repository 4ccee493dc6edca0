import CheckCircleOutlined from "@ant-design/icons/CheckCircleOutlined";
import ClockCircleOutlined from "@ant-design/icons/ClockCircleOutlined";
import CloseCircleOutlined from "@ant-design/icons/CloseCircleOutlined";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { Ago } from "../../time/Moment";
import { useMe } from "../../session/session";
import { argumentsOf, useStepsOf, type Step } from "./inbox-data";
import { useNames } from "./names";
import { opinionsOf } from "./opinions";

const good = ["approved", "confirmed", "done", "answered", "succeeded"];
const decisions = ["approval", "cost"];

/** Who decided before, and who has voted on this one already. */
export function Decided({ step }: { step: Step }) {
  const { t } = useTranslation("inbox");
  const steps = useStepsOf(step.ticket);
  const before = (steps.data?.items ?? []).filter((one) => one.id !== step.id && decisions.includes(one.kind) && one.state !== "open");
  const { signers = [] } = argumentsOf(step);
  const opinions = opinionsOf(step, steps.data?.items ?? []);
  const nameOf = useNames([...opinions.flatMap((one) => [one.by, one.asked_by]), ...signers.flatMap((one) => [one.user, one.by])]);
  const me = useMe();
  const quorum = step.quorum && step.quorum.needed > 1 ? step.quorum : undefined;
  if (before.length === 0 && step.votes.length === 0 && opinions.length === 0 && signers.length === 0 && !quorum) return null;
  return (
    <section aria-label={t("decided.title")}>
      <h3>{t("decided.title")}</h3>
      <ul className="decided">
        {before.map((one) => (
          <li key={one.id}>
            <Sign outcome={one.outcome} />
            <div>
              <strong>{one.name}</strong> {one.about && <span className="quiet">{one.about}</span>}
              <div>
                <Who by={one.answered_by} inPlaceOf={one.on_behalf_of} /> {t(`outcome.${one.outcome ?? one.state}`, { defaultValue: one.outcome ?? one.state })}
                {one.answered_at && <small className="quiet"> <Ago at={one.answered_at} /></small>}
              </div>
              {one.comment && <q className="said">{one.comment}</q>}
            </div>
          </li>
        ))}
        {step.votes.map((vote) => (
          <li key={vote.by.username}>
            <Sign outcome={vote.outcome} />
            <div>
              <Who by={vote.by} inPlaceOf={vote.on_behalf_of} /> {t(`outcome.${vote.outcome}`)} <small className="quiet"><Ago at={vote.at} /></small>
              {vote.comment && <q className="said">{vote.comment}</q>}
            </div>
          </li>
        ))}
        {signers.map((signer) => (
          <li key={`signer-${signer.user}`}>
            <ClockCircleOutlined aria-hidden className="quiet" />
            <div>{t(`signer.${signer.where}`, { user: nameOf(signer.user), by: nameOf(signer.by) })}</div>
          </li>
        ))}
        {opinions.map((opinion) => (
          <li key={opinion.step}>
            {opinion.answer ? <CheckCircleOutlined aria-hidden className="quiet" /> : <ClockCircleOutlined aria-hidden className="quiet" />}
            <div>
              {opinion.asked_by === me.username
                ? t("opinion.youAsked", { user: opinion.name ?? nameOf(opinion.by) })
                : t("opinion.asked", { by: nameOf(opinion.asked_by), user: opinion.name ?? nameOf(opinion.by) })}
              <q className="said">{opinion.question}</q>
              {opinion.answer ? <q className="said answer">{opinion.answer}</q> : <span className="quiet">{t("opinion.open")}</span>}
            </div>
          </li>
        ))}
      </ul>
      {quorum && <p className="quiet">{t("quorum", { approved: quorum.approved, needed: quorum.needed, of: quorum.of })}</p>}
    </section>
  );
}

function Sign({ outcome }: { outcome: string | null | undefined }) {
  return good.includes(outcome ?? "") ? <CheckCircleOutlined aria-hidden className="good" /> : <CloseCircleOutlined aria-hidden className="alarm" />;
}

function Who({ by, inPlaceOf }: { by?: Schemas["PersonView"] | null | undefined; inPlaceOf?: Schemas["PersonView"] | null | undefined }) {
  const { t } = useTranslation("inbox");
  if (!by) return t("decided.desk");
  return inPlaceOf ? t("decided.inPlace", { name: by.name, of: inPlaceOf.name }) : by.name;
}
