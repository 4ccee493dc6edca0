import { Form } from "antd";
import { createContext, useContext, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { saidOf } from "./change";

/** What the server found fault with when the form was last sent. */
export const Fault = createContext<unknown>(undefined);

interface Props {
  name: string;
  hint?: string;
  required?: boolean;
  /** For groups of boxes and buttons, which a label cannot point at. */
  isGroup?: boolean;
  children: ReactNode;
}

/** One field of a record under its name, with what the server says of it. */
export function Field({ name, hint, required, isGroup, children }: Props) {
  const { t } = useTranslation("admin");
  const error = saidOf(useContext(Fault), name);
  const label = t(`field.${name}`);
  return (
    <Form.Item
      label={isGroup ? <span id={`admin-${name}-label`}>{label}</span> : label}
      {...(isGroup ? {} : { htmlFor: `admin-${name}` })}
      required={required ?? false}
      {...(hint ? { extra: hint } : {})}
      {...(error ? { help: <span role="alert">{error}</span>, validateStatus: "error" as const } : {})}
    >
      {children}
    </Form.Item>
  );
}
