import DownloadOutlined from "@ant-design/icons/DownloadOutlined";
import QuestionCircleOutlined from "@ant-design/icons/QuestionCircleOutlined";
import SaveOutlined from "@ant-design/icons/SaveOutlined";
import TableOutlined from "@ant-design/icons/TableOutlined";
import { Button, Checkbox, Dropdown, Popover } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViews } from "../useQueues";
import { filterWords, type Asked } from "./address";
import { columns, exported } from "./columns";
import { ViewDialog } from "./ViewDialog";

interface Props {
  asked: Asked;
  onColumns: (columns: string[]) => void;
  onQueue: (key: string | undefined) => void;
  onHelp: () => void;
}

/** What can be done with the list as a whole. */
export function ListTools({ asked, onColumns, onQueue, onHelp }: Props) {
  const { t } = useTranslation("desk");
  const views = useViews();
  const [dialog, setDialog] = useState<"new" | "change">();
  const view = views.data?.items.find(({ id, changeable }) => changeable && `view/${id}` === asked.queue);

  const words = new URLSearchParams(filterWords(asked.filters));
  words.set("sort", asked.sort);
  words.set("columns", asked.columns.map(exported).join());
  const file = (kind: "csv" | "xlsx") => (
    <a href={`/api/v1/tickets/export.${kind}?${words}`} download={`tickets.${kind}`}>
      {t(`export.${kind}`)}
    </a>
  );
  // In the order of the menu, so that a column that comes back is where it was.
  const toggle = (name: string) =>
    onColumns(asked.columns.includes(name) ? asked.columns.filter((column) => column !== name) : [...asked.columns, name]);

  return (
    <>
      <Popover
        trigger="click"
        placement="bottomRight"
        content={
          <div className="desk-columns" role="group" aria-label={t("columns")}>
            {columns.map(({ name }) => (
              <Checkbox key={name} checked={asked.columns.includes(name)} disabled={name === "number"} onChange={() => toggle(name)}>
                {t(`column.${name}`)}
              </Checkbox>
            ))}
          </div>
        }
      >
        <Button className="wide-only" icon={<TableOutlined aria-hidden />}>
          {t("columns")}
        </Button>
      </Popover>
      <Dropdown trigger={["click"]} menu={{ items: [{ key: "csv", label: file("csv") }, { key: "xlsx", label: file("xlsx") }] }}>
        <Button icon={<DownloadOutlined aria-hidden />}>{t("export.name")}</Button>
      </Dropdown>
      {view ? (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: [
              { key: "change", label: t("view.change"), onClick: () => setDialog("change") },
              { key: "new", label: t("view.save"), onClick: () => setDialog("new") },
            ],
          }}
        >
          <Button icon={<SaveOutlined aria-hidden />}>{t("view.one")}</Button>
        </Dropdown>
      ) : (
        <Button icon={<SaveOutlined aria-hidden />} onClick={() => setDialog("new")}>
          {t("view.save")}
        </Button>
      )}
      <Button className="wide-only" icon={<QuestionCircleOutlined aria-hidden />} aria-label={t("shortcuts.title")} title={t("shortcuts.title")} onClick={onHelp} />
      {dialog && (
        <ViewDialog
          asked={asked}
          view={dialog === "change" ? view : undefined}
          onClose={() => setDialog(undefined)}
          onSaved={(key) => {
            setDialog(undefined);
            onQueue(key);
          }}
        />
      )}
    </>
  );
}
