import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { Problem } from "../../api/problem";
import { ProblemNotice } from "../../shell/ProblemNotice";

/** Why an answer was not taken. What has changed meanwhile is shown above; it is only asked again here. */
export function AnswerProblem({ problem }: { problem: unknown }) {
  const { t } = useTranslation("inbox");
  if (!problem) return null;
  if (problem instanceof Problem && problem.code === "changed_since_seen") {
    return <Alert type="warning" showIcon role="alert" title={t("changed.askedAgain")} />;
  }
  return <ProblemNotice problem={problem} />;
}
