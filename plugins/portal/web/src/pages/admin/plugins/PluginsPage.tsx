import { useQuery } from "@tanstack/react-query";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { api, got, type Schemas } from "../../../api/client";
import { Go } from "../../../shell/Go";
import { ProblemNotice, Waiting } from "../../../shell/ProblemNotice";
import { Moment } from "../../../time/Moment";
import { Facts } from "../Facts";
import { Frame, Guard } from "../Frame";

type Plugin = Schemas["PluginView"];

/** What is plugged in: what it gives to workflows, what it may reach, and which of its calls do not arrive. */
export default function PluginsPage() {
  return (
    <Guard section="plugins">
      <List />
    </Guard>
  );
}

function List() {
  const { t } = useTranslation("admin");
  const plugins = useQuery({ queryKey: ["plugins"], queryFn: () => got(api.GET("/api/v1/plugins")), refetchInterval: 30_000 });
  return (
    <Frame title={t("section.plugins")} section="plugins">
      <p className="quiet">{t("plugins.what")}</p>
      {plugins.error && <ProblemNotice problem={plugins.error} onRetry={() => void plugins.refetch()} />}
      {plugins.isLoading && <Waiting />}
      {plugins.data?.items.length === 0 && <p className="quiet">{t("plugins.none")}</p>}
      {plugins.data?.items.map((plugin) => (
        <One key={plugin.name} plugin={plugin} />
      ))}
    </Frame>
  );
}

function One({ plugin }: { plugin: Plugin }) {
  const { t } = useTranslation("admin");
  const host = (one: Schemas["PluginHost"]) => one.origin ?? t("plugins.setting", { name: one.setting });
  return (
    <section className="card" aria-label={plugin.name}>
      <h2>
        {plugin.name} <span className="quiet">{plugin.version}</span>{" "}
        <Tag color={plugin.state === "failing" ? "red" : "green"}>{t(`plugins.state.${plugin.state}`)}</Tag>
      </h2>
      <Facts
        facts={[
          [t("plugins.provides"), plugin.provides.join(", ")],
          [t("plugins.functions"), plugin.functions.map(({ name, undo }) => (undo ? `${name} (${t("plugins.undo", { name: undo })})` : name)).join(", ")],
          [t("plugins.events"), plugin.events.join(", ")],
          [t("plugins.hosts"), plugin.hosts.map(host).join(", ")],
          [t("plugins.secrets"), plugin.secrets.map(({ name, given }) => (given ? name : t("plugins.notGiven", { name }))).join(", ")],
          [t("plugins.pages"), plugin.web && (plugin.web_missing ?? plugin.web)],
          [t("plugins.waiting"), plugin.waiting > 0 && t("plugins.count", { waiting: plugin.waiting, failing: plugin.failing })],
        ]}
      />
      {plugin.failures.length > 0 && (
        <>
          <h3>{t("plugins.failures")}</h3>
          <ul className="admin-plain">
            {plugin.failures.map((failure, at) => (
              <li key={at}>
                {failure.function} {failure.ticket && <Go to={`/tickets/${failure.ticket}`}>{failure.ticket}</Go>}{" "}
                <span className="quiet">
                  {t("plugins.tried", { count: failure.attempts })} · {t("plugins.next")} <Moment at={failure.next_at} />
                </span>
                {failure.message && <div className="admin-said">{failure.message}</div>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
