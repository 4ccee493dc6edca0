import { Alert, Button, Tag } from "antd";
import { Suspense, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Schemas } from "../../api/client";
import { Problem } from "../../api/problem";
import { elsewhere } from "../../form/server-errors";
import { RequestForm } from "../../form/soon";
import { subjectOf } from "../../form/subject";
import { ItemIcon } from "../home/ItemIcon";
import { useMe } from "../../session/session";
import { Go } from "../../shell/Go";
import { Later } from "../../shell/Later";
import { Page } from "../../shell/Page";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { Moment } from "../../time/Moment";
import { useCurrency } from "./currency";
import { emptyDraft, type Begun } from "./drafts";
import { ForWhom } from "./ForWhom";
import { KnownIncidents } from "./KnownIncidents";
import Preview from "./Preview";
import { useDraft } from "./useDraft";
import { useSubmit } from "./useSubmit";
import { useWhom } from "./useWhom";
import { WhoMayAsk } from "./WhoMayAsk";
import "../home/home.css";

interface Props {
  item: Schemas["CatalogItemView"];
  begun: Begun | undefined;
  /** A former request that this one is made like. */
  copy: Schemas["Copy"] | undefined;
  /** What was searched for, before this was found. */
  about: string | undefined;
  /** The item's form is another one by now. */
  onRenewed: () => void;
  /** Whether it can be filled in: what was begun elsewhere is known. */
  isReady: boolean;
}

const likeFormer = (copy: Schemas["Copy"]): Begun => ({
  at: "",
  isThere: false,
  draft: {
    ...emptyDraft(),
    form: copy.form,
    requested_for: copy.requested_for ?? undefined,
    description: copy.description ?? undefined,
    follows: copy.follows ?? undefined,
  },
});

/** What was searched for is what it is about, where the draft says nothing else yet. */
function withAbout(begun: Begun | undefined, item: Schemas["CatalogItemView"], about: string | undefined): Begun | undefined {
  const subject = about === undefined ? undefined : subjectOf(item.schema, item.uiSchema);
  const draft = begun?.draft ?? emptyDraft();
  if (about === undefined || subject === undefined || draft.form[subject.field]) return begun;
  const form = { ...draft.form, [subject.field]: about.slice(0, subject.maxLength) };
  return { at: "", isThere: false, ...begun, draft: { ...draft, form } };
}

export function Asking({ item, begun, copy, about, onRenewed, isReady }: Props) {
  const { t } = useTranslation("ask");
  const id = useId();
  const me = useMe();
  const currency = useCurrency(item);
  const [, go] = useLocation();
  const [told, setTold] = useState(begun !== undefined && copy === undefined);
  const { draft, kept, fill, change, end, startOver } = useDraft(me.username, item.item, copy ? likeFormer(copy) : withAbout(begun, item, about), begun?.isThere ?? false);
  const whom = useWhom(item.item, draft, change, fill);
  // Before anybody touched the form, what changes in it are its defaults.
  const touched = useRef(false);
  const touch = () => void (touched.current = true);
  const submit = useSubmit(item, async (number) => {
    await end();
    go(`/tickets/${number}`, { replace: true });
  });
  const problem = submit.error;
  const errors = problem instanceof Problem ? problem.errors : (copy?.errors ?? []);
  const others = elsewhere(errors, "/form").filter(({ pointer }) => !["/requested_for", "/location", "/item_version"].includes(pointer));
  const renewed = errors.some(({ pointer }) => pointer === "/item_version");
  const reused = problem instanceof Problem && problem.code === "idempotency_key_reused";
  useEffect(() => {
    if (renewed) onRenewed();
    // Once for each answer that says so.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [renewed, problem]);

  return (
    <Page title={item.title}>
      <div className="ask" inert={!isReady}>
        <div className="ask-form">
          <div className="ask-about">
            <ItemIcon name={item.icon} />
            <div>
              <p>{item.description}</p>
              <p className="quiet">
                <Tag variant="outlined">{item.category_name}</Tag> <WhoMayAsk item={item.item} />
              </p>
            </div>
          </div>
          {item.kind === "incident" && <KnownIncidents item={item.item} />}
          {told && begun && (
            <Alert
              type="info"
              showIcon
              className="gap-below"
              title={
                <>
                  {t("draft.restored")} <Moment at={begun.at} />
                </>
              }
              action={
                <Button
                  size="small"
                  onClick={() => {
                    setTold(false);
                    touched.current = false;
                    whom.forget();
                    void startOver();
                  }}
                >
                  {t("draft.startOver")}
                </Button>
              }
            />
          )}
          {copy && <Alert type="info" showIcon className="gap-below" title={t("copy.title")} description={copy.errors.length > 0 ? t("copy.changed") : undefined} />}
          <div className="card">
            <ForWhom whom={whom} draft={draft} change={change} errors={errors} />
            <Suspense fallback={<Waiting />}>
              <div onKeyDownCapture={touch} onInputCapture={touch} onPointerDownCapture={touch} onClickCapture={touch} onDropCapture={touch}>
                <RequestForm
                  id={id}
                  schema={item.schema}
                  uiSchema={item.uiSchema}
                  currency={currency}
                  value={draft.form}
                  onChange={(form) => (touched.current ? change : fill)({ form })}
                  errors={errors}
                  disabled={submit.isPending}
                  onSubmit={(form) => {
                    if (whom.isOpen) return whom.insist();
                    // Its key has to outlive this page, so that what is sent twice is asked once.
                    if (kept === "nothing") change({});
                    submit.mutate({ draft, form });
                  }}
                />
              </div>
            </Suspense>
          </div>
        </div>
        <div className="ask-preview">
          <Later>
            <Preview item={item.item} schema={item.schema} form={draft.form} requestedFor={draft.requested_for} whom={whom.stands} />
          </Later>
        </div>
        <div className="ask-send">
          {renewed && <Alert type="warning" showIcon title={t("renewed.title")} description={t("renewed.detail")} />}
          {reused && (
            <Alert
              type="warning"
              showIcon
              role="alert"
              title={t("reused.title")}
              description={
                <>
                  {t("reused.detail")} <Go to="/requests">{t("reused.look")}</Go>
                </>
              }
              action={
                <Button
                  onClick={() => {
                    change({ key: emptyDraft().key });
                    submit.reset();
                  }}
                >
                  {t("reused.another")}
                </Button>
              }
            />
          )}
          {!!problem && !renewed && !reused && (errors.length === 0 || others.length > 0) && <ProblemNotice problem={problem} />}
          {others.length > 0 && (
            <ul className="field-error">
              {others.map((error) => (
                <li key={error.pointer}>{error.message}</li>
              ))}
            </ul>
          )}
          <div className="ask-send-line">
            <Button type="primary" size="large" htmlType="submit" form={id} loading={submit.isPending || whom.isAsking}>
              {t("send")}
            </Button>
            <span className="quiet" role="status">
              {kept === "kept" && t("draft.kept")}
              {kept === "here" && t("draft.here")}
            </span>
          </div>
        </div>
      </div>
    </Page>
  );
}
