import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Redirect, useParams } from "wouter";
import { Page } from "../../../shell/Page";
import { ProblemNotice, Waiting } from "../../../shell/ProblemNotice";
import { path, readContent, readSchema } from "./api";
import { EditPolicy } from "./EditPolicy";
import "../author.css";
import "./policy.css";
import "./controls.css";

/** The desk's rules, part by part. */
export default function PolicyPage() {
  const { t } = useTranslation("policy");
  const { section } = useParams<{ section?: string }>();
  const content = useQuery({ queryKey: ["content", "policy"], queryFn: readContent, refetchOnWindowFocus: false });
  const schema = useQuery({ queryKey: ["policy", "schema"], queryFn: readSchema, staleTime: Infinity });
  if (section === undefined) return <Redirect to="/policy/general" replace />;
  if (content.data?.files[path] !== undefined && schema.data) {
    return <EditPolicy schema={schema.data} content={content.data} section={section} onFresh={() => void content.refetch()} />;
  }
  const failed = [content, schema].find(({ error }) => error);
  return (
    <Page title={t("title")}>
      {failed && <ProblemNotice problem={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && (content.isLoading || schema.isLoading) && <Waiting />}
      {content.data && content.data.files[path] === undefined && <p>{t("noPolicy")}</p>}
    </Page>
  );
}
