import { Form, Input } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";

export interface Contact {
  name: string;
  phone?: string;
  email?: string;
  department?: string;
  location?: string;
}

const fields = ["name", "phone", "email", "department", "location"] as const;

interface Props {
  value: Contact;
  onChange: (contact: Contact) => void;
  at: (pointer: string) => string | undefined;
}

/** Somebody who is not in the directory: a name, and how they are reached. */
export function ContactFields({ value, onChange, at }: Props) {
  const { t } = useTranslation("register");
  const id = useId();
  return (
    <Form layout="vertical" component="div" className="register-contact">
      {fields.map((name) => {
        const help = at(`/contact/${name}`);
        return (
          <Form.Item key={name} label={t(`contact.${name}`)} htmlFor={`${id}-${name}`} required={name === "name"} {...(help ? { validateStatus: "error" as const, help } : {})}>
            <Input
              id={`${id}-${name}`}
              autoFocus={name === "name"}
              type={name === "email" ? "email" : name === "phone" ? "tel" : "text"}
              autoComplete="off"
              value={value[name] ?? ""}
              onChange={(event) => onChange({ ...value, [name]: event.target.value })}
            />
          </Form.Item>
        );
      })}
    </Form>
  );
}
