import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { ProblemNotice, Waiting } from "../../../shell/ProblemNotice";
import { BenchProvider, type Bench } from "./bench";
import { PolicySection } from "./PolicySection";
import type { Section } from "./sections";
import type { Policy } from "./usePolicy";

interface Props {
  section: string;
  sections: Section[];
  rules: Policy;
  bench: Omit<Bench, "policy">;
  onText: (line: number, column: number) => void;
}

/** A part of the rules as forms, or why there are none. */
export function PolicyParts({ section, sections, rules, bench, onText }: Props) {
  const { t } = useTranslation("policy");
  const { shown } = rules;
  const open = sections.find(({ name }) => name === section);
  if (!open) return <p>{t("noSection")}</p>;
  if (shown.is === "reading") return <Waiting />;
  if (shown.is === "unread") return <ProblemNotice problem={shown.problem} onRetry={rules.readAgain} />;
  if (shown.is === "broken") {
    const { line = 1, column = 1, message } = shown.fault ?? {};
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t("broken")}
        description={message}
        action={<Button onClick={() => onText(line, column)}>{t("showLine", { line })}</Button>}
      />
    );
  }
  return (
    <BenchProvider value={{ ...bench, policy: shown.policy }}>
      <PolicySection key={open.name} section={open} />
    </BenchProvider>
  );
}
