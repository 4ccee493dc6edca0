import { useTranslation } from "react-i18next";
import { useNames } from "../../api/names";
import { useMe } from "../../session/session";
import type { PreviewStep, Step } from "./data";

interface Named {
  kind: string;
  name: string;
  about?: string | null;
}

/** How a step is called: what is asked, and by which name; whom it asks; and what it came to. */
export function useStepText() {
  const { t } = useTranslation("ticket");
  const me = useMe();
  const names = useNames();
  const name = ({ kind, name, about }: Named) => {
    // ‹…› is not known before it happens.
    const known = about && !about.includes("‹") ? about : undefined;
    const called = [name, known].filter(Boolean).join(": ");
    if (kind === "approval") return called ? t("step.approvalOf", { name: called }) : t("step.approval");
    if (kind === "cost") return called ? t("step.costOf", { name: called }) : t("step.cost");
    if (kind === "plugin") return t("step.plugin", { name: called });
    if (kind === "ticket") return t("step.ticket", { name: called });
    if (kind === "wait") return called ? t("step.waitFor", { name: called }) : t("step.wait");
    if (called) return called;
    return kind === "question" ? t("step.question") : t("step.work");
  };
  const group = (key: string) => t("group", { name: names.group(key) });
  const parties = (step: Pick<Step | PreviewStep, "for">) =>
    [...step.for.users.map((person) => (person.username === me.username ? t("you") : person.name)), ...step.for.groups.map(group)].join(", ");
  const outcome = (step: Step) => {
    const came = step.outcome ?? (step.state === "cancelled" ? "cancelled" : step.state);
    return t(`outcome.${came}`, { defaultValue: came });
  };
  return { name, group, parties, outcome };
}
