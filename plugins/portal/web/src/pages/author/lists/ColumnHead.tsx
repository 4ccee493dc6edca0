import KeyOutlined from "@ant-design/icons/KeyOutlined";
import MoreOutlined from "@ant-design/icons/MoreOutlined";
import { App, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ColumnName } from "./ColumnName";
import type { Csv } from "./csv";
import { renamedColumn, withoutColumn } from "./table";

interface Props {
  csv: Csv;
  columns: string[];
  column: number;
  /** Nothing where the list is only read. */
  onChange: ((csv: Csv) => void) | undefined;
}

/** The name of a column, and what can be done with it. */
export function ColumnHead({ csv, columns, column, onChange }: Props) {
  const { t } = useTranslation("lists");
  const { modal } = App.useApp();
  const [isNaming, setNaming] = useState(false);
  const name = columns[column] ?? "";
  const isKey = column === 0;
  const shown = (
    <>
      {isKey && <KeyOutlined aria-hidden />}
      <span className="list-text">{name || t("unnamed")}</span>
      {isKey && <span className="unseen">{t("key")}</span>}
    </>
  );

  const remove = () => {
    const done = () => onChange?.(withoutColumn(csv, column));
    // What stands in the other columns comes back with one step; what names the key does not.
    if (!isKey) return done();
    void modal.confirm({ title: t("removeKeySure", { name }), content: t("keyWarning"), okText: t("removeColumn"), okButtonProps: { danger: true }, onOk: done });
  };
  const menu = {
    items: [
      { key: "rename", label: t("renameColumn") },
      { key: "remove", label: t("removeColumn"), disabled: columns.length < 2 },
    ],
    onClick: ({ key }: { key: string }) => (key === "rename" ? setNaming(true) : remove()),
  };
  return (
    <span role="columnheader" aria-colindex={column + 2} className="list-name">
      {onChange ? (
        <Dropdown trigger={["click"]} menu={menu}>
          <button type="button" className="list-column">
            {shown}
            <MoreOutlined aria-hidden />
          </button>
        </Dropdown>
      ) : (
        shown
      )}
      {isNaming && (
        <ColumnName
          title={t("renameColumn")}
          name={name}
          taken={columns}
          warning={isKey ? t("keyWarning") : undefined}
          onClose={() => setNaming(false)}
          onName={(typed) => onChange?.(renamedColumn(csv, column, typed))}
        />
      )}
    </span>
  );
}
