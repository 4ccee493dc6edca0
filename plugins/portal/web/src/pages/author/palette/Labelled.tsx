import { Form } from "antd";
import type { ReactNode } from "react";

interface Props {
  label: ReactNode;
  /** The id of what the label is of. */
  of: string;
  hint?: string | undefined;
  /** What is lacking, once somebody wanted to go on without it. */
  lack?: string | undefined;
  children: ReactNode;
}

/** One field of the small form under its name. */
export function Labelled({ label, of, hint, lack, children }: Props) {
  return (
    <Form.Item
      label={label}
      htmlFor={of}
      {...(hint ? { extra: hint } : {})}
      {...(lack ? { help: <span role="alert">{lack}</span>, validateStatus: "error" as const } : {})}
    >
      {children}
    </Form.Item>
  );
}
