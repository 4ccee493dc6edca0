import { useMutation, useQuery } from "@tanstack/react-query";
import CalendarOutlined from "@ant-design/icons/CalendarOutlined";
import { Button, Empty, Input, Modal, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, once, type Schemas } from "../../api/client";
import { errorAt } from "../../api/error-at";
import { useKeyOf } from "../../api/key-of";
import { queries } from "../../api/queries";
import { hasRole, useMe } from "../../session/session";
import { Go } from "../../shell/Go";
import { Page } from "../../shell/Page";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { momentFormat } from "../../time/formats";
import { useTime } from "../../time/time";
import "./appointments.css";

type Appointment = Schemas["AppointmentView"];

/** What is to come, the next first, day by day. */
export default function AppointmentsPage() {
  const { t } = useTranslation("appointments");
  const time = useTime();
  const appointments = useQuery({ queryKey: ["tickets", "appointments"], queryFn: async () => (await got(api.GET("/api/v1/appointments"))).items });
  const days = new Map<string, Appointment[]>();
  for (const one of appointments.data ?? []) {
    const day = time.day(one.start);
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return (
    <Page title={t("title")}>
      {appointments.error && <ProblemNotice problem={appointments.error} onRetry={() => void appointments.refetch()} />}
      {appointments.isLoading && <Waiting />}
      {appointments.data?.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("none")} />}
      {[...days].map(([day, all]) => (
        <section key={day} aria-label={day} className="appointment-day">
          <h2>{day}</h2>
          <ul className="appointments">
            {all.map((one) => (
              <One key={one.id} appointment={one} />
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

function One({ appointment }: { appointment: Appointment }) {
  const { t, i18n } = useTranslation("appointments");
  const me = useMe();
  const { zone } = useTime();
  const [cancels, setCancels] = useState(false);
  const format = momentFormat(i18n.language, { hour: "2-digit", minute: "2-digit", timeZone: zone });
  const span = format.formatRange(new Date(appointment.start), new Date(appointment.end));
  const others = appointment.people.filter((person) => person.username !== me.username);
  const mayCancel = !appointment.cancelled && (appointment.organizer.username === me.username || hasRole(me, "service_request_manager"));
  return (
    <li className="card">
      <div className="appointment-time">
        <time dateTime={appointment.start}>{span}</time>
        {appointment.cancelled && <Tag>{t("cancelled")}</Tag>}
      </div>
      <div className="appointment-what">
        <strong className={appointment.cancelled ? "struck" : undefined}>{appointment.title}</strong>
        {appointment.place && <div>{appointment.place}</div>}
        <div className="quiet">
          {t("with", { people: [appointment.organizer.username === me.username ? t("you") : appointment.organizer.name, ...others.map((person) => person.name)].filter((name, at, all) => all.indexOf(name) === at).join(", ") })}
        </div>
        {appointment.note && <p className="note">{appointment.note}</p>}
        {appointment.reason && <p className="note">{appointment.reason}</p>}
      </div>
      <div className="appointment-acts">
        <Go to={`/tickets/${appointment.ticket}`}>{appointment.ticket}</Go>
        <a href={`/api/v1/appointments/${appointment.id}/invitation.ics`} download>
          <CalendarOutlined aria-hidden /> {t("calendar")}
        </a>
        {mayCancel && (
          <Button size="small" onClick={() => setCancels(true)}>
            {t("cancel")}
          </Button>
        )}
      </div>
      {cancels && <Cancel appointment={appointment} onClose={() => setCancels(false)} />}
    </li>
  );
}

function Cancel({ appointment, onClose }: { appointment: Appointment; onClose: () => void }) {
  const { t } = useTranslation("appointments");
  const [reason, setReason] = useState("");
  const keyOf = useKeyOf();
  const cancel = useMutation({
    mutationFn: () => {
      const body = reason.trim() ? { reason: reason.trim() } : {};
      const params = { path: { id: appointment.id }, header: once(keyOf(body)) };
      return got(api.POST("/api/v1/appointments/{id}/cancel", { params, body }));
    },
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: ["tickets", "appointments"] }),
  });
  return (
    <Modal open title={t("cancelTitle")} okText={t("cancel")} okButtonProps={{ danger: true }} cancelText={t("keep")} confirmLoading={cancel.isPending} onOk={() => cancel.mutate()} onCancel={onClose}>
      {cancel.error && <ProblemNotice problem={cancel.error} />}
      <Input.TextArea aria-label={t("why")} placeholder={t("why")} rows={2} value={reason} onChange={({ target }) => setReason(target.value)} />
      {errorAt(cancel.error, "/reason")}
    </Modal>
  );
}
