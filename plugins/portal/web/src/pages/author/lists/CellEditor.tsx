import { useLayoutEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { isTable } from "./clipboard";

/** Where one goes on once a cell is written. */
export type Onward = "stay" | "down" | "up" | "next" | "back";

interface Props {
  label: string;
  text: string;
  /** The text as it is now; nothing where it is left as it was. `isLost` where one has gone elsewhere already. */
  onDone: (text: string | undefined, onward: Onward, isLost: boolean) => void;
  /** More than one cell was pasted. */
  onPaste: (text: string) => void;
}

/** A cell while it is written in. */
export function CellEditor({ label, text, onDone, onPaste }: Props) {
  const [value, setValue] = useState(text);
  const field = useRef<HTMLTextAreaElement>(null);
  const isOver = useRef(false);

  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(text.length, text.length);
  }, [text]);

  // The field loses the focus when it goes, too.
  const done = (now: string | undefined, onward: Onward, isLost = false) => {
    if (isOver.current) return;
    isOver.current = true;
    onDone(now, onward, isLost);
  };
  const key = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    if (event.key === "Escape") done(undefined, "stay");
    else if (event.key === "Tab") done(value, event.shiftKey ? "back" : "next");
    else if (event.key === "Enter" && event.altKey) event.currentTarget.setRangeText("\n", event.currentTarget.selectionStart, event.currentTarget.selectionEnd, "end");
    else if (event.key === "Enter") done(value, event.shiftKey ? "up" : "down");
    else return;
    event.preventDefault();
    if (!isOver.current) setValue(event.currentTarget.value);
  };
  const paste = (event: ClipboardEvent) => {
    event.stopPropagation();
    const pasted = event.clipboardData.getData("text/plain");
    if (!isTable(pasted)) return;
    event.preventDefault();
    isOver.current = true;
    onPaste(pasted);
  };
  return (
    <textarea
      ref={field}
      className="list-editor"
      aria-label={label}
      rows={1}
      value={value}
      spellCheck={false}
      onChange={({ target }) => setValue(target.value)}
      onKeyDown={key}
      onPaste={paste}
      onBlur={() => done(value, "stay", true)}
    />
  );
}
