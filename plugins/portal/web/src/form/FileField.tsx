import DeleteOutlined from "@ant-design/icons/DeleteOutlined";
import PaperClipOutlined from "@ant-design/icons/PaperClipOutlined";
import UploadOutlined from "@ant-design/icons/UploadOutlined";
import { useQueries } from "@tanstack/react-query";
import { type WidgetProps } from "@rjsf/utils";
import { Button } from "antd";
import { useEffect, useRef, useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { api, got } from "../api/client";
import { useProblemText } from "../shell/ProblemNotice";
import { describedBy } from "./described";
import { sendFile } from "./send-file";

interface Sending {
  id: number;
  file: File;
  problem?: unknown;
}

/** Files, chosen, dropped or pasted (a screenshot, say); the form holds their ids. */
export function FileField(props: WidgetProps) {
  const { id, schema, value, disabled, readonly, onChange, rawErrors } = props;
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
  // A screenshot is pasted wherever one writes in the form, not on this field's button only.
  const whole = useRef<HTMLDivElement>(null);
  const taking = useRef(take);
  taking.current = take;
  useEffect(() => {
    const field = whole.current;
    const around: HTMLElement | null | undefined = field?.closest("form") ?? field;
    const paste = (event: ClipboardEvent) => {
      const pasted = event.clipboardData?.files;
      if (!pasted?.length || event.defaultPrevented) return;
      const at = (event.target as Element).closest(".files");
      // With several such fields it is the one that has the focus, else the first.
      if ((at ?? around?.querySelector(".files")) !== field) return;
      event.preventDefault();
      taking.current(pasted);
    };
    around?.addEventListener("paste", paste);
    return () => around?.removeEventListener("paste", paste);
  }, []);

  return (
    <div
      ref={whole}
      className={`files${isOver ? " files-over" : ""}`}
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
            <PaperClipOutlined aria-hidden />
            <span>{files[place]?.data?.name ?? attachment}</span>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t("removeFile", { name: files[place]?.data?.name ?? attachment })}
              disabled={disabled || readonly}
              onClick={() => put(ids.filter((other) => other !== attachment))}
            />
          </li>
        ))}
        {sending.map((one) => (
          <li key={`sending-${one.id}`}>
            <PaperClipOutlined aria-hidden />
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
            icon={<UploadOutlined aria-hidden />}
            disabled={disabled || readonly}
            onClick={() => input.current?.click()}
            aria-describedby={describedBy(props)}
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
