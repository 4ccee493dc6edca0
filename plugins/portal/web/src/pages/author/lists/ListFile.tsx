import { App, Button } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { byteOrderMark, readCsv } from "./csv";
import { imported } from "./imported";
import { rowCount } from "./table";

interface Props {
  name: string;
  text: string;
  /** Nothing where the list is only read. */
  onImport: ((text: string) => void) | undefined;
  /** Nothing where there is none in force. */
  onRemove: (() => void) | undefined;
}

/** The list as a file: out, in, and away. */
export function ListFile({ name, text, onImport, onRemove }: Props) {
  const { t } = useTranslation("lists");
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);

  const take = async (file: File) => {
    const read = imported(new Uint8Array(await file.arrayBuffer()));
    if ("fault" in read) return void message.error(t(`import.${read.fault}`), 8);
    onImport?.(read.text);
    void message.success(t("import.done", { count: rowCount(readCsv(read.text)) }));
  };
  return (
    <div className="list-file">
      {onImport && (
        <>
          <Button onClick={() => input.current?.click()}>{t("import.button")}</Button>
          <input
            ref={input}
            type="file"
            hidden
            accept=".csv,.tsv,.txt,text/csv"
            aria-label={t("import.button")}
            onChange={({ target }) => {
              const file = target.files?.[0];
              // The same file may be chosen again.
              target.value = "";
              if (file) void take(file);
            }}
          />
        </>
      )}
      <Button onClick={() => download(name, text)}>{t("download")}</Button>
      {onRemove && (
        <Button danger onClick={onRemove}>
          {t("remove")}
        </Button>
      )}
    </div>
  );
}

function download(name: string, text: string): void {
  // Without the mark spreadsheets take other letters than Latin ones for signs of an old code page.
  const marked = /[^\0-\x7f]/.test(text) && !text.startsWith(byteOrderMark) ? byteOrderMark + text : text;
  const url = URL.createObjectURL(new Blob([marked], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
