import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { may, useMe } from "../../session/session";
import { Go } from "../../shell/Go";
import { operations, type Operation } from "../desk/act/operations";
import { useEvents, type Ticket } from "../ticket/data";
import { faultOf, placeOf } from "./fault";

/** What leads out of it, where the server offers it: the script again, another item, the end. */
const waysOut = ["resume", "reclassify", "cancel"];

/** Why the script of a ticket cannot go on, where that stands, and who can do what about it. */
export function Stuck({ ticket, onAct }: { ticket: Ticket; onAct: (operation: Operation) => void }) {
  const { t } = useTranslation("workbench");
  const me = useMe();
  const events = useEvents(ticket.number);
  const fault = faultOf(ticket, events.data ?? []);
  const offered = operations.filter(({ name }) => waysOut.includes(name) && ticket.actions.includes(name));
  const place = fault && placeOf(fault, ticket.item);
  const at = fault && (fault.line > 0 ? t("stuck.line", { file: fault.file, line: fault.line }) : fault.file);
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title={t("stuck.title")}
      description={
        <>
          {fault && (
            <p className="bench-fault">
              {fault.message} {fault.hint}
            </p>
          )}
          {fault && <p className="bench-fault quiet">{place && may(me, "read_content") ? <Go to={place}>{at}</Go> : at}</p>}
          <p className="bench-fault">{may(me, "mend") ? t("stuck.yours") : t("stuck.others")}</p>
          {offered.length > 0 && (
            <div className="answer-buttons">
              {offered.map((operation) => (
                <Button key={operation.name} type={operation.name === "resume" ? "primary" : "default"} danger={operation.isGrave ?? false} onClick={() => onAct(operation)}>
                  {t(`desk:act.${operation.name}`)}
                </Button>
              ))}
            </div>
          )}
        </>
      }
    />
  );
}
