import { Alert, Button, Spin } from "antd";
import { useTranslation } from "react-i18next";
import { Problem } from "../api/problem";

/** A problem in the viewer's words; the server's detail comes in their language already. */
export function useProblemText(): (problem: unknown) => string {
  const { t } = useTranslation("shell");
  return (problem) => {
    if (!(problem instanceof Problem)) return t("problem.title");
    if (problem.code === "offline") return t("problem.offline");
    if (problem.code === "unreadable") return t("problem.unreadable", { status: problem.status });
    return problem.detail || problem.title;
  };
}

/** What went wrong, at the place where it did, with a way to try again. */
export function ProblemNotice({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  const { t } = useTranslation("shell");
  const text = useProblemText();
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t("problem.title")}
      description={text(problem)}
      action={onRetry && <Button onClick={onRetry}>{t("retry")}</Button>}
    />
  );
}

export function FullPageProblem({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  return (
    <main className="full-page">
      <ProblemNotice problem={problem} onRetry={onRetry} />
    </main>
  );
}

/** Shown a moment later, so that what is quick does not flicker; `tall` for a list that pushes down what stands below it. */
export function Waiting({ tall = false }: { tall?: boolean }) {
  const { t } = useTranslation("shell");
  return (
    <div className={tall ? "waiting waiting-tall" : "waiting"} role="status" aria-label={t("loading")}>
      <Spin />
    </div>
  );
}
