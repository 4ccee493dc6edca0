import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Moment } from "../../time/Moment";
import { useTime } from "../../time/time";
import { askedFields, type AskedField } from "./asked-fields";
import { FileLink } from "./Attachments";
import { useAskedItem } from "./asked-item";
import { useAttachments, type Ticket } from "./data";
import { useSaid } from "./said";

/** The form as it was sent, in words. */
export function AskedFor({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("ticket");
  const heading = useId();
  const { schema, isComing } = useAskedItem(ticket);
  const said = useSaid(ticket, schema);
  const fields = askedFields(ticket.form ?? {}, schema, said);
  if (fields.length === 0 && !ticket.description) return null;
  return (
    <section className="card" aria-labelledby={heading} aria-busy={isComing}>
      <h2 id={heading}>{t("asked.title")}</h2>
      {ticket.description && <p className="step-said">{ticket.description}</p>}
      {isComing && <Coming lines={fields.length} />}
      {!isComing && (
        <dl className="facts">
          {fields.map((field) => (
            <div key={field.key}>
              <dt>{field.title}</dt>
              <dd>
                <Value field={field} ticket={ticket} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** In the place of each field until the form says how it is called: nothing moves when it has come. */
function Coming({ lines }: { lines: number }) {
  return (
    <div className="facts" aria-hidden>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line}>
          <span className="line-coming" />
          <span className="line-coming" />
        </div>
      ))}
    </div>
  );
}

function Value({ field, ticket }: { field: AskedField; ticket: Ticket }) {
  const { t } = useTranslation("ticket");
  const time = useTime();
  const files = useAttachments(ticket.number);
  if (field.kind === "yes") return t("asked.yes");
  if (field.kind === "no") return t("asked.no");
  // A day has no zone: noon in UTC is that day nearly everywhere.
  if (field.kind === "date") return time.day(`${field.value}T12:00:00Z`);
  if (field.kind === "moment") return <Moment at={field.value} />;
  const file = field.kind === "file" && files.data?.find((one) => one.id === field.value);
  return file ? <FileLink file={file} /> : <span className="step-said">{field.value}</span>;
}
