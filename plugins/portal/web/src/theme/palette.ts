import type { ThemeConfig } from "antd";

/**
 * antd's colours where its own are too pale to be read (WCAG 2.2 AA wants 4.5:1
 * for text), and the portal's own blue.
 */
export function palette(isDark: boolean): ThemeConfig {
  return {
    token: {
      colorPrimary: isDark ? "#3f7fdf" : "#1f5fbf",
      // Under the pointer darker, not paler: what is written on it is still read.
      colorPrimaryHover: isDark ? "#3672d0" : "#194f9f",
      colorLink: isDark ? "#7db0f5" : "#1f5fbf",
      colorError: isDark ? "#f0716b" : "#c4281f",
      colorSuccess: isDark ? "#5cc97b" : "#1c7c3a",
      colorWarning: isDark ? "#e0a83a" : "#9a6200",
      colorTextPlaceholder: isDark ? "#9aa3ad" : "#667080",
      colorTextDescription: isDark ? "#aab2bc" : "#5a6472",
      colorTextTertiary: isDark ? "#aab2bc" : "#5a6472",
      colorTextSecondary: isDark ? "#bcc4cd" : "#4a5360",
      colorBgLayout: isDark ? "#14171b" : "#f5f6f8",
      borderRadius: 8,
      fontFamily:
        'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
      fontSize: 15,
    },
    components: {
      Layout: { headerHeight: 56, headerPadding: "0 16px" },
      // White is written on it.
      Badge: isDark ? { colorError: "#c4281f" } : {},
      // Buttons without a ground of their own, and tabs, write in what is readable on the page.
      Button: isDark ? { defaultHoverColor: "#7db0f5", defaultHoverBorderColor: "#7db0f5", defaultActiveColor: "#7db0f5", defaultActiveBorderColor: "#7db0f5" } : {},
      Tabs: isDark ? { itemSelectedColor: "#7db0f5", itemHoverColor: "#7db0f5", itemActiveColor: "#7db0f5", inkBarColor: "#7db0f5" } : {},
    },
  };
}
