import AppstoreOutlined from "@ant-design/icons/AppstoreOutlined";
import AuditOutlined from "@ant-design/icons/AuditOutlined";
import FileTextOutlined from "@ant-design/icons/FileTextOutlined";
import HomeOutlined from "@ant-design/icons/HomeOutlined";
import InboxOutlined from "@ant-design/icons/InboxOutlined";
import SettingOutlined from "@ant-design/icons/SettingOutlined";
import type { ComponentType } from "react";
import { routes } from "../routes";
import { may, type Me } from "../session/session";

export interface Place {
  path: string;
  /** Key under `nav` in the shell's texts. */
  name: "home" | "requests" | "inbox" | "desk" | "author" | "admin";
  Icon: ComponentType;
  offered: (me: Me) => boolean;
  /** Pages that belong to it under addresses of their own. */
  also?: string[];
  /** The page that its list opens. */
  opens?: string;
}

// All of the staff see groups; that alone is no administration.
const administers = ["see_people", "read_audit", "read_outgoing", "see_plugins"];

const places: Place[] = [
  { path: "/", name: "home", Icon: HomeOutlined, offered: () => true, opens: "/catalog/:item" },
  { path: "/requests", name: "requests", Icon: FileTextOutlined, offered: () => true, opens: "/tickets/:number" },
  { path: "/inbox", name: "inbox", Icon: AuditOutlined, offered: () => true },
  { path: "/desk", name: "desk", Icon: InboxOutlined, offered: (me) => me.staff, opens: "/desk/:number" },
  { path: "/author", name: "author", Icon: AppstoreOutlined, offered: (me) => may(me, "publish") || me.categories.length > 0, also: ["/gallery", "/lists", "/forms", "/policy"], opens: "/author/:item" },
  { path: "/admin", name: "admin", Icon: SettingOutlined, offered: (me) => administers.some((right) => may(me, right)) },
];

/** What the viewer's roles allow, of what there is. */
export function placesFor(me: Me): Place[] {
  return places.filter((place) => place.offered(me) && routes.some((route) => route.path === place.path));
}

/** The place that a page belongs to: `/desk/queues` to `/desk`. */
export function isWithin(path: string, place: Place): boolean {
  if (place.path === "/") return path === "/";
  return [place.path, ...(place.also ?? [])].some((own) => path === own || path.startsWith(`${own}/`));
}
