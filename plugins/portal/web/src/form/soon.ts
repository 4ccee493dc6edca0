import { prompt } from "../shell/prompt";

/** The form where it is first needed: heavy, so fetched apart from the pages. */
export const RequestForm = prompt(() => import("./RequestForm"));
