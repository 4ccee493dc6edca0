import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Problem } from "../../../api/problem";
import { may, useMe } from "../../../session/session";
import { Go } from "../../../shell/Go";
import { ProblemNotice, Waiting } from "../../../shell/ProblemNotice";
import { Moment } from "../../../time/Moment";
import { Facts } from "../Facts";
import { Frame, Guard } from "../Frame";
import { useNamed } from "../named";
import { setOut, useKeptOne, type Kept } from "./kept";

/** One thing that was kept back: a message as its reader would have it, a call as its request. */
export default function KeptPage() {
  return (
    <Guard section="outgoing">
      <Found />
    </Guard>
  );
}

function Found() {
  const { t } = useTranslation("admin");
  const kept = useKeptOne(useNamed());
  const isUnknown = kept.error instanceof Problem && kept.error.status === 404;
  return (
    <Frame title={kept.data ? t(`outgoing.kinds.${kept.data.kind}`) : t("section.outgoing")} section="outgoing" actions={kept.data && <Tag>{t(`fate.${kept.data.fate}`)}</Tag>}>
      {isUnknown && <p>{t("outgoing.unknown")}</p>}
      {kept.error && !isUnknown && <ProblemNotice problem={kept.error} onRetry={() => void kept.refetch()} />}
      {kept.isLoading && <Waiting />}
      {kept.data && <Shown kept={kept.data} />}
      <p>
        <Go to="/admin/outgoing">{t("outgoing.back")}</Go>
      </p>
    </Frame>
  );
}

function Shown({ kept }: { kept: Kept }) {
  const { t } = useTranslation("admin");
  const me = useMe();
  const { call, ticket } = kept;
  return (
    <div className="admin-kept">
      <section className="card">
        <Facts
          facts={[
            [t("outgoing.at"), <Moment key="at" at={kept.at} />],
            [t("outgoing.ticket"), ticket && (may(me, "see_tickets") ? <Go to={`/desk/${ticket}`}>{ticket}</Go> : ticket)],
            [t("outgoing.recipient"), kept.recipient?.name],
            [t("outgoing.gotBy"), kept.redirected_to?.name],
            [t("outgoing.function"), call && `${call.plugin}.${call.function}`],
            [t("outgoing.attempt"), call?.attempt],
            [t("outgoing.key"), call && <code>{call.key}</code>],
            [t("outgoing.wentTo"), call?.redirected_to],
          ]}
        />
      </section>
      {kept.text && (
        <section className="card" aria-label={t("outgoing.text")}>
          <p className="admin-message">{kept.text}</p>
        </section>
      )}
      {call && (
        <section className="card">
          <h2>{t("outgoing.request")}</h2>
          <pre tabIndex={0} aria-label={t("outgoing.request")}>
            {[`${call.method} ${call.url}`, ...call.headers.map((header) => header.join(": "))].join("\n")}
            {call.body ? `\n\n${setOut(call.body)}` : ""}
          </pre>
          {call.cut && <p className="quiet">{t("outgoing.cut")}</p>}
          <h2>{t("outgoing.arguments")}</h2>
          <pre tabIndex={0} aria-label={t("outgoing.arguments")}>
            {JSON.stringify(call.arguments ?? null, null, 2)}
          </pre>
        </section>
      )}
    </div>
  );
}
