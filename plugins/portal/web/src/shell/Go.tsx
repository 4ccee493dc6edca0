import type { AnchorHTMLAttributes, Ref } from "react";
import { Link } from "wouter";
import { comeNear, goAway } from "./near";

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & { to: string; ref?: Ref<HTMLAnchorElement> };

/** A link within the portal; what it leads to is fetched when the pointer or the focus comes near. */
export function Go({ to, ...rest }: Props) {
  const near = () => comeNear(to);
  // A finger comes without hovering first; it is down some time before it has tapped.
  return <Link to={to} onMouseEnter={near} onFocus={near} onPointerDown={near} onMouseLeave={goAway} onPointerCancel={goAway} {...rest} />;
}
