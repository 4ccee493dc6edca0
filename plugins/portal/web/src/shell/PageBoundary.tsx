import { Button, Result } from "antd";
import { Component, useEffect, useInsertionEffect, useState, type ErrorInfo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../api/problem";
import { Page } from "./Page";
import { useProblemText } from "./ProblemNotice";
import { isUnfetched, mayReload } from "./unfetched";

interface State {
  broken: unknown;
  at: string;
}

interface Props {
  /** The address that an error belongs to. */
  at: string;
  onBroken: (at: string) => void;
  children: ReactNode;
}

/** Keeps an error of one page from taking the others with it. */
export class PageBoundary extends Component<Props, State> {
  override state: State = { broken: undefined, at: this.props.at };

  static getDerivedStateFromError(broken: unknown) {
    return { broken };
  }

  static getDerivedStateFromProps(props: Props, state: State) {
    return props.at === state.at ? null : { broken: undefined, at: props.at };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    const { broken, at } = this.state;
    if (broken === undefined) return this.props.children;
    return (
      <>
        <Failed at={at} tell={this.props.onBroken} />
        {isUnfetched(broken) ? <Unfetched at={at} /> : <Broken error={broken} onRetry={() => this.setState({ broken: undefined })} />}
      </>
    );
  }
}

/** Tells of it also while the page is out of sight, where no other effect runs. */
function Failed({ at, tell }: { at: string; tell: (at: string) => void }) {
  useInsertionEffect(() => queueMicrotask(() => tell(at)), [at, tell]);
  return null;
}

/** Asked so often whether the desk is there again, in milliseconds. */
const ASKED = 1500;

/**
 * A page whose script did not come, for want of a connection or since the portal
 * was renewed behind an open page. A browser never asks again for a script that
 * failed: the page is loaded anew, by itself, as soon as the desk answers.
 */
function Unfetched({ at }: { at: string }) {
  const { t } = useTranslation("shell");
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (isOver) return;
    const reached = () => (mayReload(at) ? location.reload() : setOver(true));
    const ask = () => fetch("/", { method: "HEAD", cache: "no-store" }).then(reached, () => {});
    const timer = setInterval(() => void ask(), ASKED);
    return () => clearInterval(timer);
  }, [at, isOver]);
  return (
    <Told title={t(isOver ? "problem.page" : "problem.unreached")} detail={t(isOver ? "problem.pageDetail" : "problem.unreachedDetail")}>
      <Button type="primary" onClick={() => location.reload()}>
        {t("problem.reload")}
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
