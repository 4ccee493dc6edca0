import { page } from "./shell/page-route";

/**
 * Every page of the portal, one line each: its address, the namespace of its
 * texts (`src/text/LANGUAGE/NAME.json`) and its script, fetched when first needed.
 * A page file has the page as its default export. The shell offers an address
 * in its navigation (`src/shell/navigation.ts`) as soon as it has a line here.
 */
export const routes = [
  page("/", ["home"], () => import("./pages/home/HomePage")),
  page("/desk", ["desk"], () => import("./pages/desk/DeskPage")),
  page("/desk/:number", ["workbench", "desk", "ticket", "form"], () => import("./pages/workbench/WorkbenchPage")),
  page("/inbox", ["inbox", "people"], () => import("./pages/inbox/InboxPage")),
];
