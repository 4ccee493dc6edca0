import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { arrival } from "./arrival";

interface Props {
  title: string;
  /** Beside the heading: buttons of the page. */
  actions?: ReactNode;
  /** For pages whose heading is for screen readers alone. */
  quietTitle?: boolean;
  children: ReactNode;
}

/**
 * A page under its heading. The title of the tab follows it, and who comes from
 * another page has the focus on the heading, so that a screen reader says where one is.
 */
export function Page({ title, actions, quietTitle, children }: Props) {
  const { t } = useTranslation("shell");
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} · ${t("name")}`;
  }, [title, t]);

  useEffect(() => {
    if (arrival.isDue()) heading.current?.focus({ preventScroll: true });
  }, []);

  return (
    <div className="page">
      <div className={quietTitle ? "unseen" : "page-head"}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
