import CalendarOutlined from "@ant-design/icons/CalendarOutlined";
import { Button, DatePicker, Form, Input, Modal } from "antd";
import type { Dayjs } from "dayjs";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, once } from "../../api/client";
import { Problem } from "../../api/problem";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { Moment } from "../../time/Moment";
import { PersonPicker } from "../desk/pick/PersonPicker";
import { useAct } from "../ticket/act";
import type { Ticket } from "../ticket/data";

interface Typed {
  when: [Dayjs, Dayjs];
  place?: string;
  people?: string[];
  note?: string;
}

/** Appointments of the ticket, with their invitation for a calendar. */
export function Appointments({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("workbench");
  const heading = useId();
  const [open, setOpen] = useState(false);
  const all = ticket.around?.appointments ?? [];
  const cancel = useAct(ticket.number, (id: string, key) => api.POST("/api/v1/appointments/{id}/cancel", { params: { path: { id }, header: once(key) }, body: {} }));
  if (all.length === 0 && !ticket.actions.includes("appoint")) return null;
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading}>{t("appointments.title")}</h2>
      <ul className="bench-plain">
        {all.map((one) => (
          <li key={one.id}>
            <strong>
              <Moment at={one.start} /> – <Moment at={one.end} />
            </strong>
            {one.place && <div>{one.place}</div>}
            <div className="quiet">{one.people.map(({ name }) => name).join(", ")}</div>
            {one.note && <div>{one.note}</div>}
            <a href={one.invitation}>{t("appointments.calendar")}</a>{" "}
            {ticket.actions.includes("appoint") && (
              <Button type="link" danger size="small" loading={cancel.isPending && cancel.variables === one.id} onClick={() => cancel.mutate(one.id)}>
                {t("appointments.cancel")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {cancel.error && <ProblemNotice problem={cancel.error} />}
      {ticket.actions.includes("appoint") && (
        <Button icon={<CalendarOutlined aria-hidden />} onClick={() => setOpen(true)}>
          {t("appointments.add")}
        </Button>
      )}
      {open && <NewAppointment ticket={ticket} onClose={() => setOpen(false)} />}
    </section>
  );
}

function NewAppointment({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation("workbench");
  const [form] = Form.useForm<Typed>();
  const make = useAct(
    ticket.number,
    (body: { start: string; end: string; place?: string; note?: string; people?: string[] }, key) =>
      api.POST("/api/v1/tickets/{number}/appointments", { params: { path: { number: ticket.number }, header: once(key) }, body }),
    onClose,
  );
  const send = ({ when: [start, end], ...rest }: Typed) =>
    make.mutate(
      { start: start.toISOString(), end: end.toISOString(), ...rest },
      {
        onError: (problem) => {
          if (!(problem instanceof Problem)) return;
          const at = (...pointers: string[]) => problem.errors.filter(({ pointer }) => pointers.some((one) => pointer.startsWith(one))).map(({ message }) => message);
          form.setFields([
            { name: "when", errors: at("/start", "/end") },
            { name: "people", errors: at("/people") },
            { name: "place", errors: at("/place") },
            { name: "note", errors: at("/note") },
          ]);
        },
      },
    );
  const isAtFields = make.error instanceof Problem && make.error.errors.length > 0;
  return (
    <Modal open title={t("appointments.add")} onCancel={onClose} okText={t("save")} cancelText={t("back")} onOk={() => form.submit()} confirmLoading={make.isPending}>
      {make.error && !isAtFields && <ProblemNotice problem={make.error} />}
      <Form<Typed> form={form} layout="vertical" requiredMark={false} initialValues={{ people: [ticket.requested_for.username] }} onFinish={send}>
        <Form.Item name="when" label={t("appointments.when")} rules={[{ required: true, message: t("missing") }]}>
          <DatePicker.RangePicker showTime={{ format: "HH:mm", minuteStep: 15 }} className="desk-wide" />
        </Form.Item>
        <Form.Item name="people" label={t("appointments.people")}>
          <PersonPicker many />
        </Form.Item>
        <Form.Item name="place" label={t("appointments.place")}>
          <Input />
        </Form.Item>
        <Form.Item name="note" label={t("appointments.note")}>
          <Input.TextArea rows={1} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
