import { Button, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, once } from "../../api/client";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { useAct } from "./act";
import { said } from "./answer";
import type { Ticket } from "./data";
import { useKeptText } from "./kept-text";

/** It is not wanted any more; late in the way this is a wish that the owner answers. */
export function CancelTicket({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("ticket");
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useKeptText(`cancel.${ticket.number}`);
  const cancel = useAct(
    ticket.number,
    (wish: { reason?: string }, key) =>
      api.POST("/api/v1/tickets/{number}/cancel", { params: { path: { number: ticket.number }, header: once(key) }, body: wish }),
    () => {
      setReason("");
      setOpen(false);
    },
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("cancel.open")}</Button>
      <Modal
        open={open}
        title={t("cancel.title", { number: ticket.number })}
        okText={t("cancel.do")}
        okButtonProps={{ danger: true }}
        cancelText={t("cancel.keep")}
        confirmLoading={cancel.isPending}
        onOk={() => cancel.mutate({ reason: said(reason) })}
        onCancel={() => setOpen(false)}
      >
        <p>{t("cancel.what")}</p>
        <label className="answer-field">
          {t("cancel.reason")}
          <Input.TextArea rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        {cancel.error && <ProblemNotice problem={cancel.error} />}
      </Modal>
    </>
  );
}
