import { prompt } from "../../shell/prompt";
import { quiet } from "../../shell/quiet";

/** The editor is heavy and comes when a text is opened. */
export const CodeEditor = prompt(async () => {
  const script = await import("./CodeEditor");
  void quiet().then(script.warm);
  return script;
});
