import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../api/client";
import type { Csv } from "./csv";
import { doubts, type Doubt } from "./list-findings";

/** Where so many rows are alike, it is meant so, or the first ones tell enough. */
const most = 20;

/** What is hardly meant, as the desk would say it. */
export function useDoubts(csv: Csv, path: string): Schemas["Fault"][] {
  const { t } = useTranslation("lists");
  return useMemo(() => {
    const said = (doubt: Doubt) => {
      if (doubt.kind === "twice") return t("doubt.twice", { name: doubt.name, first: doubt.first });
      return doubt.kind === "column" ? t("doubt.column", { name: doubt.name }) : t("doubt.nameless");
    };
    const found = [...doubts(csv)].slice(0, most);
    return found.map(([line, doubt]) => ({ file: path, line, column: 0, code: doubt.kind, message: said(doubt), severity: "warning" }));
  }, [csv, path, t]);
}
