import { Button } from "antd";
import { Suspense, useState, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { Waiting } from "../../../shell/ProblemNotice";
import { prompt } from "../../../shell/prompt";
import { loadText } from "../../../text/text";
import type { CodeEditorHandle } from "../CodeEditor";
import { spotFor, type Spot } from "./place";

// The panel and its texts come when somebody opens it.
const StepPanel = prompt(async () => {
  const [panel] = await Promise.all([import("./StepPanel"), loadText(["palette", "desk", "people"])]);
  return panel;
});

interface Props {
  /** The item's form, whose fields a step can name. */
  schema: unknown;
  editor: RefObject<CodeEditorHandle | null>;
}

/** Beside a script: a step is chosen and filled in, and stands in the script then. */
export function StepPalette({ schema, editor }: Props) {
  const { t } = useTranslation("author");
  const [opened, setOpened] = useState<{ script: string; spot: Spot }>();
  const open = () => {
    const cursor = editor.current?.cursor();
    if (cursor) setOpened({ script: cursor.text, spot: spotFor(cursor.text, cursor.place, cursor.isPlaced) });
  };
  return (
    <div className="editor-tools">
      <Button onClick={open} aria-haspopup="dialog">
        {t("insertStep")}
      </Button>
      {opened && (
        <Suspense fallback={<Waiting />}>
          <StepPanel
            script={opened.script}
            spot={opened.spot}
            schema={schema}
            onInsert={(insertion) => editor.current?.insert(insertion)}
            onClosed={(isInserted) => {
              setOpened(undefined);
              if (isInserted) editor.current?.focus();
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
