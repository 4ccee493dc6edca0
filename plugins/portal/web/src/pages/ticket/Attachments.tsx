import PaperClipOutlined from "@ant-design/icons/PaperClipOutlined";
import UploadOutlined from "@ant-design/icons/UploadOutlined";
import { Button } from "antd";
import { useId, useRef, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { api, once } from "../../api/client";
import { sendFile } from "../../form/send-file";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { untold } from "../../shell/untold";
import { Ago } from "../../time/Moment";
import { useAct } from "./act";
import { useAttachments, type Attachment, type Ticket } from "./data";
import { FileChooser } from "./FileChooser";

/** A ticket's files, to be taken down, and more to be put up: chosen or dropped. */
export function Attachments({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("ticket");
  const heading = useId();
  const files = useAttachments(ticket.number);
  const last = useRef<File[]>([]);
  const put = useAct(ticket.number, async (list: File[], key) => {
    // Each file is taken off the list once it is on the ticket, so that a second try sends the others.
    for (const [place, file] of list.entries()) {
      const { id: attachment } = await sendFile(file);
      const params = { path: { number: ticket.number }, header: once(`${key}.${place}`) };
      await api.POST("/api/v1/tickets/{number}/attachments", { params, body: { attachment } });
      last.current = last.current.filter((other) => other !== file);
    }
  });
  const may = ticket.actions.includes("attach");
  const take = (list: Iterable<File>) => {
    last.current = Array.from(list);
    if (may && last.current.length > 0) put.mutate(last.current);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  };
  if (!may && files.data?.length === 0) return null;
  return (
    <section className="card" aria-labelledby={heading} onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <h2 id={heading}>{t("files.title")}</h2>
      {!!untold(files) && <ProblemNotice problem={files.error} onRetry={() => void files.refetch()} />}
      {files.data?.length === 0 && <p className="quiet">{t("files.none")}</p>}
      <ul className="files-list">
        {files.data?.map((file) => (
          <li key={file.id}>
            <FileLink file={file} />{" "}
            <span className="quiet">
              {file.uploaded_by.name}, <Ago at={file.at} />
            </span>
          </li>
        ))}
      </ul>
      {may && (
        <FileChooser onFiles={take}>
          {(choose) => (
            <Button icon={<UploadOutlined aria-hidden />} loading={put.isPending} onClick={choose}>
              {t("files.add")}
            </Button>
          )}
        </FileChooser>
      )}
      {put.error && <ProblemNotice problem={put.error} onRetry={() => put.mutate(last.current)} />}
    </section>
  );
}

export function FileLink({ file }: { file: Attachment }) {
  const { i18n } = useTranslation();
  return (
    <>
      <PaperClipOutlined aria-hidden />{" "}
      <a href={`/api/v1/attachments/${file.id}/content`} download={file.name}>
        {file.name}
      </a>{" "}
      <span className="quiet">{size(file.size, i18n.language)}</span>
    </>
  );
}

function size(bytes: number, language: string): string {
  const [value, unit] = bytes < 1000 ? [bytes, "byte"] : bytes < 1_000_000 ? [bytes / 1000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  return new Intl.NumberFormat(language, { style: "unit", unit: unit as string, unitDisplay: "short", maximumFractionDigits: 1 }).format(value as number);
}
