import { prompt } from "../../shell/prompt";

/** The editor is heavy and comes when a text is opened. */
export const CodeEditor = prompt(() => import("./CodeEditor"));
