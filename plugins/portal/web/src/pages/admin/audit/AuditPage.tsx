import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { PersonPicker } from "../../../people/PersonPicker";
import { useAddress } from "../../../shell/address";
import { Frame, Guard } from "../Frame";
import { More } from "../More";
import { Span } from "../Span";
import { actions, useEntries, wantedIn } from "./entries";
import { EntryLine } from "./EntryLine";

/** The desk-wide log, the newest first: who did what, when, from where. Filters are in the address. */
export default function AuditPage() {
  return (
    <Guard section="audit">
      <Log />
    </Guard>
  );
}

function Log() {
  const { t } = useTranslation("admin");
  const [address, set] = useAddress();
  const wanted = wantedIn(address);
  const pages = useEntries(wanted);
  const entries = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Frame title={t("section.audit")} section="audit">
      <div className="admin-filters" role="search">
        <div className="admin-pick">
          <PersonPicker aria-label={t("audit.actor")} placeholder={t("audit.actor")} value={wanted.actor || undefined} onChange={(username) => set("actor", username ?? "")} />
        </div>
        <Select
          className="admin-type"
          aria-label={t("audit.type")}
          placeholder={t("audit.type")}
          allowClear
          value={wanted.type || null}
          onChange={(type: string | null) => set("type", type ?? "")}
          options={actions.map((action) => ({ value: action, label: t(`action.${action.replace(".", "_")}`) }))}
          showSearch={{ optionFilterProp: "label" }}
        />
        <Span first={wanted.first} last={wanted.last} onChange={set} />
      </div>
      <ol className="admin-log" aria-busy={pages.isPlaceholderData}>
        {entries.map((entry) => (
          <EntryLine key={entry.position} entry={entry} />
        ))}
      </ol>
      <More pages={pages} none={entries.length > 0 ? undefined : t("audit.none")} />
    </Frame>
  );
}
