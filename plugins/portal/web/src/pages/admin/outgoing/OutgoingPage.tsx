import { Select, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { PersonPicker } from "../../../people/PersonPicker";
import { useAddress } from "../../../shell/address";
import { Go } from "../../../shell/Go";
import { Moment } from "../../../time/Moment";
import { Frame, Guard } from "../Frame";
import { More } from "../More";
import { Search } from "../Search";
import { Span } from "../Span";
import { beginning, fates, kinds, useKept, wantedIn, type Kept } from "./kept";

/** What wanted to leave the desk and was kept back or redirected. Filters are in the address. */
export default function OutgoingPage() {
  return (
    <Guard section="outgoing">
      <List />
    </Guard>
  );
}

function List() {
  const { t } = useTranslation("admin");
  const [address, set] = useAddress();
  const wanted = wantedIn(address);
  const pages = useKept(wanted);
  const found = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const isNarrowed = Object.values(wanted).some((value) => value !== undefined && value !== "");
  return (
    <Frame title={t("section.outgoing")} section="outgoing">
      <p className="quiet">{t("outgoing.what")}</p>
      <div className="admin-filters" role="search">
        <Select
          aria-label={t("outgoing.kind")}
          placeholder={t("outgoing.kind")}
          allowClear
          value={wanted.kind ?? null}
          onChange={(kind: string | null) => set("kind", kind ?? "")}
          options={kinds.map((kind) => ({ value: kind, label: t(`outgoing.kinds.${kind}`) }))}
        />
        <Select
          aria-label={t("outgoing.fate")}
          placeholder={t("outgoing.fate")}
          allowClear
          value={wanted.fate ?? null}
          onChange={(fate: string | null) => set("fate", fate ?? "")}
          options={fates.map((fate) => ({ value: fate, label: t(`fate.${fate}`) }))}
        />
        <Search label={t("outgoing.ticket")} value={wanted.ticket} onChange={(words) => set("ticket", words)} />
        {wanted.kind !== "call" && (
          <div className="admin-pick">
            <PersonPicker aria-label={t("outgoing.recipient")} placeholder={t("outgoing.recipient")} value={wanted.recipient || undefined} onChange={(username) => set("recipient", username ?? "")} />
          </div>
        )}
        {wanted.kind !== "message" && <Search label={t("outgoing.plugin")} value={wanted.plugin} onChange={(words) => set("plugin", words)} />}
        <Span first={wanted.first} last={wanted.last} onChange={set} />
      </div>
      <ul className="admin-list admin-outgoing" aria-busy={pages.isPlaceholderData}>
        {found.map((one) => (
          <Line key={one.id} kept={one} />
        ))}
      </ul>
      <More pages={pages} none={found.length > 0 ? undefined : isNarrowed ? t("outgoing.noHits") : t("outgoing.none")} />
    </Frame>
  );
}

function Line({ kept }: { kept: Kept }) {
  const { t } = useTranslation("admin");
  const { call, text, recipient } = kept;
  return (
    <li>
      <span className="admin-who">
        <Go to={`/admin/outgoing/${kept.id}`}>{call ? `${call.plugin}.${call.function}` : t("outgoing.to", { name: recipient?.name ?? t("outgoing.somebody") })}</Go>
        <span className="quiet">
          <Moment at={kept.at} />
        </span>
      </span>
      <span className="admin-beginning">{call ? `${call.method} ${call.url}` : beginning(text ?? "")}</span>
      <span>
        <Tag color={kept.fate === "captured" ? "default" : "gold"}>{t(`fate.${kept.fate}`)}</Tag>
      </span>
      <span className="quiet">{kept.ticket}</span>
    </li>
  );
}
