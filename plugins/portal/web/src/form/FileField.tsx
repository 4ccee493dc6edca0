import DeleteOutlined from "@ant-design/icons/DeleteOutlined";
import PaperClipOutlined from "@ant-design/icons/PaperClipOutlined";
import UploadOutlined from "@ant-design/icons/UploadOutlined";
import { useQueries } from "@tanstack/react-query";
import { ariaDescribedByIds, type WidgetProps } from "@rjsf/utils";
import { Button } from "antd";
import { useRef, useState, type ClipboardEvent, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { api, got } from "../api/client";
import { useProblemText } from "../shell/ProblemNotice";
import { sendFile } from "./send-file";

interface Sending {
  id: number;
  file: File;
  problem?: unknown;
}

/** Files, chosen, dropped or pasted (a screenshot, say); the form holds their ids. */
export function FileField({ id, schema, value, disabled, readonly, onChange, rawErrors }: WidgetProps) {
  const { t } = useTranslation("form");
  const text = useProblemText();
  const many = schema.type === "array";
  const ids: string[] = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string");
  const latest = useRef(ids);
  latest.current = ids;
  const [sending, setSending] = useState<Sending[]>([]);
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const next = useRef(0);

  const files = useQueries({
    queries: ids.map((attachment) => ({
      queryKey: ["attachment", attachment],
      queryFn: () => got(api.GET("/api/v1/attachments/{id}", { params: { path: { id: attachment } } })),
    })),
  });

  const put = (now: string[]) => {
    latest.current = now;
    onChange(many ? (now.length > 0 ? now : undefined) : now[now.length - 1]);
  };
  const send = async (one: Sending) => {
    setSending((all) => [...all.filter((other) => other.id !== one.id), { ...one, problem: undefined }]);
    try {
      const sent = await sendFile(one.file);
      put([...(many ? latest.current : []), sent.id]);
      setSending((all) => all.filter((other) => other.id !== one.id));
    } catch (problem) {
      setSending((all) => all.map((other) => (other.id === one.id ? { ...other, problem } : other)));
    }
  };
  const take = (list: FileList | null) => {
    if (disabled || readonly) return;
    for (const file of many ? (list ?? []) : Array.from(list ?? []).slice(0, 1)) void send({ id: next.current++, file });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    take(event.clipboardData.files);
  };

  return (
    <div
      className={`files${isOver ? " files-over" : ""}`}
      onPaste={paste}
      onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
    >
      <ul>
        {ids.map((attachment, place) => (
          <li key={attachment}>
            <PaperClipOutlined />
            <span>{files[place]?.data?.name ?? attachment}</span>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t("removeFile", { name: files[place]?.data?.name ?? attachment })}
              disabled={disabled || readonly}
              onClick={() => put(ids.filter((other) => other !== attachment))}
            />
          </li>
        ))}
        {sending.map((one) => (
          <li key={`sending-${one.id}`}>
            <PaperClipOutlined />
            <span>{one.file.name}</span>
            {one.problem ? (
              <span role="alert" className="field-error">
                {text(one.problem)}{" "}
                <Button size="small" onClick={() => void send(one)}>
                  {t("shell:retry")}
                </Button>{" "}
                <Button size="small" onClick={() => setSending((all) => all.filter((other) => other.id !== one.id))}>
                  {t("dropFile")}
                </Button>
              </span>
            ) : (
              <span className="quiet" role="status">
                {t("sending")}
              </span>
            )}
          </li>
        ))}
      </ul>
      {(many || ids.length === 0) && (
        <>
          <Button
            id={id}
            icon={<UploadOutlined />}
            disabled={disabled || readonly}
            onClick={() => input.current?.click()}
            aria-describedby={ariaDescribedByIds(id)}
            aria-invalid={rawErrors?.length ? true : undefined}
          >
            {t(many ? "addFiles" : "addFile")}
          </Button>{" "}
          <span className="quiet">{t("dropOrPaste")}</span>
        </>
      )}
      <input
        ref={input}
        type="file"
        hidden
        multiple={many}
        onChange={({ target }) => {
          take(target.files);
          target.value = "";
        }}
      />
    </div>
  );
}
