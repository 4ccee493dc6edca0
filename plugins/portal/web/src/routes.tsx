import { RequestForm } from "./form/soon";
import { CodeEditor } from "./pages/author/soon";
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
  page("/desk/register", ["register", "desk", "workbench", "form"], () => import("./pages/register/RegisterPage")),
  page("/desk/:number", ["workbench", "desk", "ticket", "form"], () => import("./pages/workbench/WorkbenchPage")),
  page("/absences", ["absences", "people"], () => import("./pages/absences/AbsencesPage")),
  page("/notifications", ["notifications"], () => import("./pages/notifications/NotificationsPage")),
  page("/me", ["me", "people", "drafts"], () => import("./pages/me/MePage")),
  page("/appointments", ["appointments"], () => import("./pages/appointments/AppointmentsPage")),
  page("/inbox", ["inbox", "people", "form"], () => import("./pages/inbox/InboxPage")),
  page("/catalog", ["catalog", "home"], () => import("./pages/catalog/CatalogPage")),
  page("/catalog/:item", ["ask", "form", "ticket"], () => import("./pages/ask/ItemPage"), RequestForm),
  page("/requests", ["requests", "ticket", "drafts"], () => import("./pages/requests/RequestsPage")),
  page("/tickets/:number", ["ticket", "form"], () => import("./pages/ticket/TicketPage")),
  page("/author", ["author"], () => import("./pages/author/AuthorPage")),
  page("/author/:item", ["author", "author-builder", "step-forms", "form"], () => import("./pages/author/ItemEditorPage"), CodeEditor),
  page("/lists", ["lists", "author"], () => import("./pages/author/lists/ListsPage")),
  page("/lists/:name", ["lists", "author"], () => import("./pages/author/lists/ListPage")),
  page("/forms", ["step-forms", "author"], () => import("./pages/author/forms/FormsPage")),
  page("/forms/:name", ["step-forms", "author", "author-builder", "form"], () => import("./pages/author/forms/FormPage")),
  page("/policy/:section?", ["policy", "author"], () => import("./pages/author/policy/PolicyPage")),
  page("/gallery", ["gallery", "author"], () => import("./pages/gallery/GalleryPage")),
  page("/admin", ["admin"], () => import("./pages/admin/AdminPage")),
  page("/admin/people", ["admin", "desk"], () => import("./pages/admin/people/PeoplePage")),
  page("/admin/people/:username", ["admin", "desk", "people"], () => import("./pages/admin/people/PersonPage")),
  page("/admin/add-person", ["admin", "desk", "people"], () => import("./pages/admin/people/AddPersonPage")),
  page("/admin/groups", ["admin"], () => import("./pages/admin/groups/GroupsPage")),
  page("/admin/groups/:name", ["admin", "people"], () => import("./pages/admin/groups/GroupPage")),
  page("/admin/add-group", ["admin", "people"], () => import("./pages/admin/groups/AddGroupPage")),
  page("/admin/audit", ["admin", "people"], () => import("./pages/admin/audit/AuditPage")),
  page("/admin/outgoing", ["admin", "people"], () => import("./pages/admin/outgoing/OutgoingPage")),
  page("/admin/outgoing/:id", ["admin"], () => import("./pages/admin/outgoing/KeptPage")),
  page("/admin/jobs", ["admin"], () => import("./pages/admin/jobs/JobsPage")),
  page("/admin/plugins", ["admin"], () => import("./pages/admin/plugins/PluginsPage")),
];
