import { Button, Result } from "antd";
import { Component, useEffect, useState, type ErrorInfo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../api/problem";
import { Page } from "./Page";
import { useProblemText } from "./ProblemNotice";
import { dropFailedStyles, isUnfetched } from "./unfetched";

interface State {
  broken: unknown;
  at: string;
  /** How often it was tried again while the desk answered. */
  tries: number;
}

/** Keeps an error of one page from taking the others with it; `at` is the address that it belongs to. */
export class PageBoundary extends Component<{ at: string; children: ReactNode }, State> {
  override state: State = { broken: undefined, at: this.props.at, tries: 0 };

  static getDerivedStateFromError(broken: unknown) {
    return { broken };
  }

  static getDerivedStateFromProps(props: { at: string }, state: State) {
    return props.at === state.at ? null : { broken: undefined, at: props.at, tries: 0 };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  again = (isReached = false) => {
    dropFailedStyles();
    this.setState(({ tries }) => ({ broken: undefined, tries: tries + (isReached ? 1 : 0) }));
  };

  override render() {
    const { broken, tries } = this.state;
    if (broken === undefined) return this.props.children;
    return isUnfetched(broken) ? <Unfetched tries={tries} onRetry={this.again} /> : <Broken error={broken} onRetry={() => this.again()} />;
  }
}

/** Asked so often whether the desk is there again, in milliseconds; longer than a failure to fetch is remembered. */
const ASKED = 1500;

/** Whether the desk answers at all, asked until it does. */
function useReached(): boolean {
  const [reached, setReached] = useState(false);
  useEffect(() => {
    if (reached) return;
    const ask = () => fetch("/", { method: "HEAD", cache: "no-store" }).then(() => setReached(true), () => {});
    const timer = setInterval(() => void ask(), ASKED);
    return () => clearInterval(timer);
  }, [reached]);
  return reached;
}

/**
 * A page whose script did not come: without a connection it waits and opens by
 * itself; where the desk answers and the script still does not come, the portal
 * was renewed behind an open page.
 */
function Unfetched({ tries, onRetry }: { tries: number; onRetry: (isReached: boolean) => void }) {
  const { t } = useTranslation("shell");
  const reached = useReached();
  const isRenewed = reached && tries > 0;
  useEffect(() => {
    if (reached && tries === 0) onRetry(true);
  }, [reached, tries, onRetry]);
  const [label, act] = isRenewed ? [t("problem.reload"), () => location.reload()] : [t("retry"), () => onRetry(false)];
  return (
    <Told title={t(isRenewed ? "problem.page" : "problem.unreached")} detail={t(isRenewed ? "problem.renewed" : "problem.unreachedDetail")}>
      <Button type="primary" onClick={act}>
        {label}
      </Button>
    </Told>
  );
}

function Broken({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation("shell");
  const text = useProblemText();
  return (
    <Told title={t("problem.page")} detail={error instanceof Problem ? text(error) : t("problem.pageDetail")}>
      <Button type="primary" onClick={onRetry}>
        {t("retry")}
      </Button>
    </Told>
  );
}

function Told({ title, detail, children }: { title: string; detail: string; children: ReactNode }) {
  const { t } = useTranslation("shell");
  const home = (
    <Button key="home" href="/">
      {t("problem.home")}
    </Button>
  );
  return (
    <Page title={title} quietTitle>
      <div role="status">
        <Result status="warning" title={title} subTitle={detail} extra={[<span key="again">{children}</span>, home]} />
      </div>
    </Page>
  );
}
