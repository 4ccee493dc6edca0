import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { KnownKind } from "./kinds";
import { nameFor } from "./rename";

interface Props<Kind extends KnownKind> {
  id: string;
  title: string;
  button: string;
  kinds: readonly Kind[];
  lists: string[];
  /** Names that are in use. */
  taken: string[];
  onAdd: (name: string, title: string, kind: Kind) => void;
}

/** A new field, or column: its title and what it asks for. */
export function AddField<Kind extends KnownKind>({ id, title: label, button, kinds, lists, taken, onAdd }: Props<Kind>) {
  const { t } = useTranslation("author-builder");
  const [title, setTitle] = useState("");
  const [kind, setKind] = useState<Kind>(kinds[0] as Kind);
  const add = () => {
    if (title.trim() === "") return;
    onAdd(nameFor(title, taken), title.trim(), kind);
    setTitle("");
  };
  return (
    <div className="builder-add">
      <Input id={`${id}-new`} aria-label={label} placeholder={label} value={title} onChange={({ target }) => setTitle(target.value)} onPressEnter={add} />
      <Select
        aria-label={t("kindLabel")}
        virtual={false}
        value={kind}
        onChange={setKind}
        options={kinds.filter((value) => value !== "list" || lists.length > 0).map((value) => ({ value, label: t(`kind.${value as KnownKind}`) }))}
      />
      <Button onClick={add} disabled={title.trim() === ""}>
        {button}
      </Button>
    </div>
  );
}
