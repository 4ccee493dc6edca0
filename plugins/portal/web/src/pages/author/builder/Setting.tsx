import { Input, InputNumber } from "antd";
import { useEffect, useState, type ReactNode } from "react";

/** A control under its label. */
export function Setting({ id, label, hint, children }: { id: string; label: string; hint?: string; children: ReactNode }) {
  return (
    <div className="builder-setting">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint && (
        <div id={`${id}-hint`} className="quiet">
          {hint}
        </div>
      )}
    </div>
  );
}

interface NumberProps {
  id: string;
  label: string;
  value: unknown;
  onChange: (value: number | undefined) => void;
}

export function NumberSetting({ id, label, value, onChange }: NumberProps) {
  return (
    <Setting id={id} label={label}>
      <InputNumber id={id} changeOnWheel={false} value={typeof value === "number" ? value : null} onChange={(next) => onChange(next ?? undefined)} />
    </Setting>
  );
}

interface LateProps {
  id?: string;
  label?: string;
  placeholder?: string;
  value: string;
  disabled?: boolean;
  /** What was typed, once it is left or Enter is pressed. */
  onDone: (value: string) => void;
}

/** A text that counts when it is finished: half of it would name something else. */
export function LateInput({ id, label, placeholder, value, disabled, onDone }: LateProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const done = () => {
    if (typed.trim() === value) return setTyped(value);
    onDone(typed.trim());
    // What is refused shows again what is in force; what is taken comes back as the value.
    setTyped(value);
  };
  return (
    <Input
      id={id}
      aria-label={label}
      placeholder={placeholder}
      disabled={disabled}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={done}
      onPressEnter={done}
    />
  );
}
