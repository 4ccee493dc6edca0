import ArrowDownOutlined from "@ant-design/icons/ArrowDownOutlined";
import ArrowUpOutlined from "@ant-design/icons/ArrowUpOutlined";
import RedoOutlined from "@ant-design/icons/RedoOutlined";
import UndoOutlined from "@ant-design/icons/UndoOutlined";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ColumnName } from "./ColumnName";
import type { Csv } from "./csv";
import { withColumn } from "./table";
import type { History } from "./useHistory";

interface Props {
  csv: Csv;
  columns: string[];
  history: History;
  onChange: (csv: Csv) => void;
  onAdd: () => void;
  /** Nothing where it cannot be done now; so below. */
  onRemove: (() => void) | undefined;
  /** Rows that are selected. */
  selected: number;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
}

/** What can be done with the rows that are selected, and with the whole list. */
export function ListTools({ csv, columns, history, onChange, onAdd, onRemove, selected, onUp, onDown }: Props) {
  const { t } = useTranslation("lists");
  const [isNaming, setNaming] = useState(false);
  return (
    <div className="list-tools" role="group" aria-label={t("tools")}>
      <Button onClick={onAdd} disabled={columns.length === 0}>
        {t("addRow")}
      </Button>
      <Button onClick={onRemove} disabled={!onRemove}>
        {t("removeRows", { count: Math.max(1, selected) })}
      </Button>
      <Tool name={t("up")} icon={<ArrowUpOutlined aria-hidden />} onClick={onUp} />
      <Tool name={t("down")} icon={<ArrowDownOutlined aria-hidden />} onClick={onDown} />
      <Button onClick={() => setNaming(true)}>{t("addColumn")}</Button>
      <Tool name={t("undo")} icon={<UndoOutlined aria-hidden />} onClick={history.undo} />
      <Tool name={t("redo")} icon={<RedoOutlined aria-hidden />} onClick={history.redo} />
      {isNaming && (
        <ColumnName title={t("addColumn")} name="" taken={columns} onClose={() => setNaming(false)} onName={(name) => onChange(withColumn(csv, name))} />
      )}
    </div>
  );
}

function Tool({ name, icon, onClick }: { name: string; icon: React.ReactNode; onClick: (() => void) | undefined }) {
  return <Button aria-label={name} title={name} icon={icon} onClick={onClick} disabled={!onClick} />;
}
