import AlertOutlined from "@ant-design/icons/AlertOutlined";
import AppstoreOutlined from "@ant-design/icons/AppstoreOutlined";
import ArrowUpOutlined from "@ant-design/icons/ArrowUpOutlined";
import CloudOutlined from "@ant-design/icons/CloudOutlined";
import CustomerServiceOutlined from "@ant-design/icons/CustomerServiceOutlined";
import DesktopOutlined from "@ant-design/icons/DesktopOutlined";
import FileTextOutlined from "@ant-design/icons/FileTextOutlined";
import HddOutlined from "@ant-design/icons/HddOutlined";
import HistoryOutlined from "@ant-design/icons/HistoryOutlined";
import KeyOutlined from "@ant-design/icons/KeyOutlined";
import LaptopOutlined from "@ant-design/icons/LaptopOutlined";
import LockOutlined from "@ant-design/icons/LockOutlined";
import MailOutlined from "@ant-design/icons/MailOutlined";
import PrinterOutlined from "@ant-design/icons/PrinterOutlined";
import QuestionCircleOutlined from "@ant-design/icons/QuestionCircleOutlined";
import SafetyCertificateOutlined from "@ant-design/icons/SafetyCertificateOutlined";
import ShoppingCartOutlined from "@ant-design/icons/ShoppingCartOutlined";
import SyncOutlined from "@ant-design/icons/SyncOutlined";
import ToolOutlined from "@ant-design/icons/ToolOutlined";
import UnlockOutlined from "@ant-design/icons/UnlockOutlined";
import UserAddOutlined from "@ant-design/icons/UserAddOutlined";
import UserDeleteOutlined from "@ant-design/icons/UserDeleteOutlined";
import VideoCameraOutlined from "@ant-design/icons/VideoCameraOutlined";
import WifiOutlined from "@ant-design/icons/WifiOutlined";
import type { ComponentType } from "react";

// The catalog names icons as the usual open sets do.
const icons: Record<string, ComponentType> = {
  "alert-triangle": AlertOutlined,
  "arrow-up": ArrowUpOutlined,
  award: SafetyCertificateOutlined,
  cloud: CloudOutlined,
  cpu: DesktopOutlined,
  "file-text": FileTextOutlined,
  "hard-drive": HddOutlined,
  headphones: CustomerServiceOutlined,
  "help-circle": QuestionCircleOutlined,
  key: KeyOutlined,
  laptop: LaptopOutlined,
  lock: LockOutlined,
  mail: MailOutlined,
  printer: PrinterOutlined,
  "refresh-cw": SyncOutlined,
  "rotate-ccw": HistoryOutlined,
  "shopping-cart": ShoppingCartOutlined,
  tool: ToolOutlined,
  unlock: UnlockOutlined,
  "user-minus": UserDeleteOutlined,
  "user-plus": UserAddOutlined,
  video: VideoCameraOutlined,
  wifi: WifiOutlined,
};

/** The pictures that an author may choose from. */
export const iconNames = Object.keys(icons);

export function ItemIcon({ name }: { name: string | null | undefined }) {
  const Icon = icons[name ?? ""] ?? AppstoreOutlined;
  return (
    <span className="item-icon" aria-hidden>
      <Icon />
    </span>
  );
}
