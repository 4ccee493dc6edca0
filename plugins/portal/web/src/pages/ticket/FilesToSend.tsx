import CloseOutlined from "@ant-design/icons/CloseOutlined";
import PaperClipOutlined from "@ant-design/icons/PaperClipOutlined";
import { Button } from "antd";
import { useRef, useState, type ClipboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { sendFile } from "../../form/send-file";
import { useProblemText } from "../../shell/ProblemNotice";
import { FileChooser } from "./FileChooser";

interface Sending {
  place: number;
  file: File;
  id?: string;
  problem?: unknown;
}

/** Files on their way up, before a comment or a ticket names them. */
export function useFilesToSend() {
  const [files, setFiles] = useState<Sending[]>([]);
  const next = useRef(0);
  const change = (place: number, more: Partial<Sending>) =>
    setFiles((all) => all.map((one) => (one.place === place ? { ...one, problem: undefined, ...more } : one)));
  const send = (one: Sending) => {
    change(one.place, {});
    sendFile(one.file).then(({ id }) => change(one.place, { id }), (problem: unknown) => change(one.place, { problem }));
  };
  const add = (list: Iterable<File>) => {
    for (const file of list) {
      const one = { place: next.current++, file };
      setFiles((all) => [...all, one]);
      send(one);
    }
  };
  return {
    files,
    ids: files.flatMap((one) => one.id ?? []),
    busy: files.some((one) => !one.id),
    add,
    send,
    drop: (place: number) => setFiles((all) => all.filter((one) => one.place !== place)),
    clear: () => setFiles([]),
    onPaste: (event: ClipboardEvent) => {
      if (event.clipboardData.files.length === 0) return;
      event.preventDefault();
      add(event.clipboardData.files);
    },
  };
}

export function FilesToSend({ files }: { files: ReturnType<typeof useFilesToSend> }) {
  const { t } = useTranslation("ticket");
  const text = useProblemText();
  return (
    <div className="files-to-send">
      {files.files.length > 0 && (
        <ul className="files-list">
          {files.files.map((one) => (
            <li key={one.place}>
              <PaperClipOutlined aria-hidden /> {one.file.name}{" "}
              {!one.id && !one.problem && <span className="quiet">{t("files.sending")}</span>}
              {!!one.problem && (
                <span className="field-error" role="alert">
                  {text(one.problem)}{" "}
                  <Button size="small" onClick={() => files.send(one)}>
                    {t("shell:retry")}
                  </Button>
                </span>
              )}
              <Button type="text" size="small" icon={<CloseOutlined aria-hidden />} aria-label={t("files.leaveOut", { name: one.file.name })} onClick={() => files.drop(one.place)} />
            </li>
          ))}
        </ul>
      )}
      <FileChooser onFiles={files.add}>
        {(choose) => (
          <Button icon={<PaperClipOutlined aria-hidden />} onClick={choose}>
            {t("files.attach")}
          </Button>
        )}
      </FileChooser>
    </div>
  );
}
