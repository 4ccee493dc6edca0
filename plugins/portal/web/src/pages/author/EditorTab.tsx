import { Suspense, type ComponentProps } from "react";
import { Waiting } from "../../shell/ProblemNotice";
import { CodeEditor } from "./soon";

export function EditorTab(props: ComponentProps<typeof CodeEditor>) {
  return (
    <div className="editor-frame">
      <Suspense fallback={<Waiting />}>
        <CodeEditor {...props} />
      </Suspense>
    </div>
  );
}
