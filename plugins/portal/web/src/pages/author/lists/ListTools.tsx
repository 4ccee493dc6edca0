import ArrowDownOutlined from "@ant-design/icons/ArrowDownOutlined";
import ArrowUpOutlined from "@ant-design/icons/ArrowUpOutlined";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ColumnName } from "./ColumnName";
import type { Csv } from "./csv";
import { withColumn } from "./table";

/** Nothing where it cannot be done now. */
type Act = (() => void) | undefined;

interface Props {
  csv: Csv;
  columns: string[];
  onChange: (csv: Csv) => void;
  onAdd: Act;
  onRemove: Act;
  /** Rows that are selected. */
  selected: number;
  onUp: Act;
  onDown: Act;
  onUndo: Act;
  onRedo: Act;
}

/** What can be done with the rows that are selected, and with the whole list. */
export function ListTools({ csv, columns, onChange, onAdd, onRemove, selected, onUp, onDown, onUndo, onRedo }: Props) {
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
      <Button onClick={onUndo} disabled={!onUndo}>
        {t("undo")}
      </Button>
      <Button onClick={onRedo} disabled={!onRedo}>
        {t("redo")}
      </Button>
      {isNaming && (
        <ColumnName title={t("addColumn")} name="" taken={columns} onClose={() => setNaming(false)} onName={(name) => onChange(withColumn(csv, name))} />
      )}
    </div>
  );
}

function Tool({ name, icon, onClick }: { name: string; icon: ReactNode; onClick: Act }) {
  return <Button aria-label={name} title={name} icon={icon} onClick={onClick} disabled={!onClick} />;
}
