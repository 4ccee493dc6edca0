import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { formPath, scriptPath, type Files } from "./content";
import { Versions } from "./Versions";

interface Props {
  item: string;
  workflow: string;
  inForce: Files;
  onTake: (path: string, text: string) => void;
  onFresh: () => void;
}

/** The versions of the script and of the form. */
export function VersionsPart({ item, workflow, ...rest }: Props) {
  const { t } = useTranslation("author");
  return (
    <>
      <VersionsOf {...rest} title={t("parts.script")} kind="script" name={workflow} path={scriptPath(workflow)} />
      <VersionsOf {...rest} title={t("parts.schema")} kind="form" name={item} path={formPath(item)} />
    </>
  );
}

interface OneProps extends Pick<Props, "inForce" | "onTake" | "onFresh"> {
  title: string;
  kind: ComponentProps<typeof Versions>["kind"];
  name: string;
  path: string;
}

/** The versions of one text. */
export function VersionsOf({ title, kind, name, path, inForce, onTake, onFresh }: OneProps) {
  const { t } = useTranslation("author");
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {inForce[path] === undefined ? (
        <p className="quiet">{t("versions.none")}</p>
      ) : (
        <Versions kind={kind} name={name} path={path} onTake={(old) => onTake(path, old)} onRolledBack={onFresh} />
      )}
    </section>
  );
}
