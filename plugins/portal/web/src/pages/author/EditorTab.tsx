import { lazy, Suspense, type ComponentProps } from "react";
import { Waiting } from "../../shell/ProblemNotice";

// The editor is heavy and comes when a text is opened.
const CodeEditor = lazy(() => import("./CodeEditor"));

export function EditorTab(props: ComponentProps<typeof CodeEditor>) {
  return (
    <div className="editor-frame">
      <Suspense fallback={<Waiting />}>
        <CodeEditor {...props} />
      </Suspense>
    </div>
  );
}
