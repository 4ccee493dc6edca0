import type { AnchorHTMLAttributes, Ref } from "react";
import { Link, matchRoute, useRouter } from "wouter";
import { routes } from "../routes";

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & { to: string; ref?: Ref<HTMLAnchorElement> };

/** A link within the portal; what it leads to is fetched when the pointer or the focus comes near. */
export function Go({ to, ...rest }: Props) {
  const { parser } = useRouter();
  const near = () => {
    const path = to.split(/[?#]/)[0] ?? to;
    const route = routes.find((known) => matchRoute(parser, known.path, path)[0]);
    // A failure shows when the page is opened; here nobody waits for it.
    route?.prefetch().catch(() => {});
  };
  return <Link to={to} onMouseEnter={near} onFocus={near} {...rest} />;
}
