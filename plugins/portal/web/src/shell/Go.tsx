import type { AnchorHTMLAttributes, Ref } from "react";
import { Link } from "wouter";
import { routes } from "../routes";
import { namedAt } from "./page-route";

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & { to: string; ref?: Ref<HTMLAnchorElement> };

/** A link within the portal; what it leads to is fetched when the pointer or the focus comes near. */
export function Go({ to, ...rest }: Props) {
  const near = () => {
    const path = to.split(/[?#]/)[0] ?? to;
    for (const route of routes) {
      const named = namedAt(route.path, path);
      // A failure shows when the page is opened; here nobody waits for it.
      if (named) return void route.near(named).catch(() => {});
    }
  };
  // A finger comes without hovering first; it touches some time before it has tapped.
  return <Link to={to} onMouseEnter={near} onFocus={near} onTouchStart={near} {...rest} />;
}
