import { useQuery } from "@tanstack/react-query";
import { App, Button, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, type Schemas } from "../../api/client";
import { may, useMe } from "../../session/session";
import { ProblemNotice, useProblemText, Waiting } from "../../shell/ProblemNotice";
import { Moment } from "../../time/Moment";
import { atMost, releaseQuery, textAt, versionsIn } from "./released";
import { diffLines } from "./unified-diff";

interface Props {
  kind: "script" | "form" | "form of steps" | "file";
  name: string;
  path: string;
  onTake: (text: string) => void;
  onRolledBack: () => void;
}

/** Every version of a text: what it changed, its text back into the editor, or the whole desk as it was then. */
export function Versions({ kind, name, path, onTake, onRolledBack }: Props) {
  const { t } = useTranslation("author");
  const [open, setOpen] = useState<string>();
  const versions = useQuery({
    queryKey: ["content", "versions", kind, name],
    queryFn: async (): Promise<{ items: Schemas["TextVersion"][]; isPart?: boolean }> => {
      if (kind === "file") return versionsIn(path);
      const params = { path: { name } };
      if (kind === "script") return got(api.GET("/api/v1/workflows/{name}/versions", { params }));
      if (kind === "form") return got(api.GET("/api/v1/schemas/{name}/versions", { params }));
      return got(api.GET("/api/v1/schemas/forms/{name}/versions", { params }));
    },
  });
  if (versions.error) return <ProblemNotice problem={versions.error} onRetry={() => void versions.refetch()} />;
  if (!versions.data) return <Waiting />;
  const all = versions.data.items;
  return (
    <>
      <ol className="versions">
        {all.map((version, place) => (
          <li key={version.release}>
            <div className="version-head">
              <strong>
                <Moment at={version.at} />
              </strong>
              <span>{version.author ?? t("versions.folder")}</span>
              <span className="quiet version-note">{version.note}</span>
              {place === 0 && <span className="quiet">{t("versions.inForce")}</span>}
              <Button size="small" aria-expanded={open === version.release} onClick={() => setOpen(open === version.release ? undefined : version.release)}>
                {t("versions.changes")}
              </Button>
              {place > 0 && <Take kind={kind} name={name} path={path} hash={version.hash} onTake={onTake} />}
              {place > 0 && <RollBack version={version} onDone={onRolledBack} />}
            </div>
            {open === version.release && <Changes id={version.release} path={path} />}
          </li>
        ))}
      </ol>
      {versions.data.isPart && <p className="quiet">{t("versions.onlyLast", { count: atMost })}</p>}
    </>
  );
}

function Changes({ id, path }: { id: string; path: string }) {
  const { t } = useTranslation("author");
  const asked = useQuery(releaseQuery(id));
  if (asked.error) return <ProblemNotice problem={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return <Waiting />;
  const change = asked.data.changes.find((file) => file.path === path);
  if (!change) return <p className="quiet">{t("versions.noChange")}</p>;
  return (
    <pre className="diff" tabIndex={0} aria-label={t("versions.changes")}>
      {diffLines(change.diff).map(({ kind, text }, place) => (
        <div key={place} className={`diff-${kind}`}>
          <span aria-hidden>{kind === "added" ? "+ " : kind === "removed" ? "− " : "  "}</span>
          {text}
        </div>
      ))}
    </pre>
  );
}

/** The text as it was then, into the editor. */
function Take({ kind, name, path, hash, onTake }: Pick<Props, "kind" | "name" | "path" | "onTake"> & { hash: string }) {
  const { t } = useTranslation("author");
  const { message } = App.useApp();
  const said = useProblemText();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      const text = kind === "file" ? await textAt(path, hash) : await former(kind, name, hash);
      if (text === undefined) void message.error(t("versions.unreadable"));
      else onTake(text);
    } catch (problem) {
      void message.error(said(problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="small" loading={busy} onClick={() => void take()}>
      {t("versions.take")}
    </Button>
  );
}

async function former(kind: Exclude<Props["kind"], "file">, name: string, version: string): Promise<string> {
  const params = { path: { name, version } };
  if (kind === "script") return (await got(api.GET("/api/v1/workflows/{name}/versions/{version}", { params }))).source;
  if (kind === "form") return (await got(api.GET("/api/v1/schemas/{name}/versions/{version}", { params }))).source;
  return (await got(api.GET("/api/v1/schemas/forms/{name}/versions/{version}", { params }))).source;
}

function RollBack({ version, onDone }: { version: Schemas["TextVersion"]; onDone: () => void }) {
  const { t } = useTranslation("author");
  const me = useMe();
  const { message } = App.useApp();
  const said = useProblemText();
  if (!may(me, "roll_back")) return null;
  const roll = async () => {
    try {
      const { data } = await api.POST("/api/v1/releases/{id}/rollback", { params: { path: { id: version.release } }, body: {} });
      void message.success(data?.proposal ? t("publish.proposed") : t("versions.rolledBack"));
      onDone();
    } catch (problem) {
      void message.error(said(problem), 8);
    }
  };
  return (
    <Popconfirm title={t("versions.rollBackSure")} description={t("versions.rollBackAll")} okText={t("versions.rollBack")} onConfirm={roll}>
      <Button size="small" danger>
        {t("versions.rollBack")}
      </Button>
    </Popconfirm>
  );
}
