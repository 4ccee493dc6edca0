import { Button, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNotice, Waiting } from "../../../shell/ProblemNotice";
import type { Kind } from "./kinds";
import { insertionOf, type Insertion, type Spot } from "./place";
import { StepForm } from "./StepForm";
import { StepList } from "./StepList";
import { usePaletteNames } from "./usePaletteNames";
import "./palette.css";

interface Props {
  script: string;
  spot: Spot;
  schema: unknown;
  onInsert: (insertion: Insertion) => void;
  /** When it has gone from the page, so that the cursor can go elsewhere. */
  onClosed: (isInserted: boolean) => void;
}

/** First all steps, then the small form of one. */
export default function StepPanel({ script, spot, schema, onInsert, onClosed }: Props) {
  const { t } = useTranslation("palette");
  const [isOpen, setOpen] = useState(true);
  const [isInserted, setInserted] = useState(false);
  const [kind, setKind] = useState<Kind>();
  const [from, setFrom] = useState<Kind>();
  const names = usePaletteNames();
  const insert = (step: string) => {
    onInsert(insertionOf(spot, step));
    setInserted(true);
    setOpen(false);
  };
  return (
    <Drawer
      open={isOpen}
      onClose={() => setOpen(false)}
      afterOpenChange={(open) => open || onClosed(isInserted)}
      focusable={{ focusTriggerAfterClose: !isInserted }}
      title={kind ? t(`kind.${kind}.name`) : t("title")}
      size={480}
      extra={kind && <Button onClick={() => setKind(undefined)}>{t("others")}</Button>}
      className="palette"
    >
      {names.problem != null && <ProblemNotice problem={names.problem} onRetry={names.retry} />}
      {!kind ? (
        <div className="palette-list">
          <StepList
            from={from}
            onChoose={(chosen) => {
              setKind(chosen);
              setFrom(chosen);
            }}
          />
        </div>
      ) : !names.isReady ? (
        names.problem == null && <Waiting />
      ) : (
        <StepForm key={kind} kind={kind} script={script} line={spot.line} schema={schema} names={names} onInsert={insert} />
      )}
    </Drawer>
  );
}
