import { Button, Result } from "antd";
import { Component, type ErrorInfo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../api/problem";
import { Page } from "./Page";
import { useProblemText } from "./ProblemNotice";

/** Keeps an error of one page from taking the others with it; `at` is the address that it belongs to. */
export class PageBoundary extends Component<{ at: string; children: ReactNode }, { broken: unknown; at: string }> {
  override state = { broken: undefined as unknown, at: this.props.at };

  static getDerivedStateFromError(broken: unknown) {
    return { broken };
  }

  static getDerivedStateFromProps(props: { at: string }, state: { at: string }) {
    return props.at === state.at ? null : { broken: undefined, at: props.at };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    if (this.state.broken === undefined) return this.props.children;
    return <Broken error={this.state.broken} onRetry={() => this.setState({ broken: undefined })} />;
  }
}

// A script that is gone from the server: the portal was renewed behind an open page.
const isGone = (error: unknown) => error instanceof TypeError && /import|module/i.test(error.message);

function Broken({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation("shell");
  const text = useProblemText();
  const gone = isGone(error);
  const said = error instanceof Problem ? text(error) : gone ? t("problem.renewed") : t("problem.pageDetail");
  return (
    <Page title={t("problem.page")} quietTitle>
      <Result
        status="warning"
        title={t("problem.page")}
        subTitle={said}
        extra={[
          gone ? (
            <Button key="again" type="primary" onClick={() => location.reload()}>
              {t("problem.reload")}
            </Button>
          ) : (
            <Button key="again" type="primary" onClick={onRetry}>
              {t("retry")}
            </Button>
          ),
          <Button key="home" href="/">
            {t("problem.home")}
          </Button>,
        ]}
      />
    </Page>
  );
}
