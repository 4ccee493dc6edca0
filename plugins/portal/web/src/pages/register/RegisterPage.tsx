import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Checkbox, Form, Input, Segmented } from "antd";
import { Suspense, useId, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { api, got, newKey, once } from "../../api/client";
import { Problem } from "../../api/problem";
import type { RequestFormHandle } from "../../form/RequestForm";
import { Page } from "../../shell/Page";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { prompt } from "../../shell/prompt";
import { ItemField } from "../desk/act/ItemField";
import { forget, keep, kept } from "../desk/act/typed";
import { PersonPicker } from "../desk/pick/PersonPicker";
import { Caller } from "./Caller";
import { ContactFields, type Contact } from "./ContactFields";
import "../desk/desk.css";
import "./register.css";

const ItemForm = prompt(() => import("../desk/act/ItemForm"));

const channels = ["phone", "walk_in", "email", "chat"] as const;

interface Call {
  channel: string;
  person?: string | undefined;
  unknown: boolean;
  contact: Contact;
  item?: string | undefined;
  title: string;
  form: Record<string, unknown>;
}

const blank: Call = { channel: "phone", unknown: false, contact: { name: "" }, title: "", form: {} };
const place = "register";

/** Somebody calls: who, what, done. What was typed stays until it is registered. */
export default function RegisterPage() {
  const { t } = useTranslation("register");
  const id = useId();
  const [, go] = useLocation();
  const [call, setCall] = useState<Call>(() => ({ ...blank, ...kept(place) }));
  const [pruned, setPruned] = useState(call.form);
  // One key for one call: sent again after a lost answer it is registered once.
  const [key, setKey] = useState(newKey);
  const change = (more: Partial<Call>) => {
    const next = { ...call, ...more };
    setCall(next);
    keep(place, { ...next });
  };

  const send = useMutation({
    mutationFn: () =>
      got(
        api.POST("/api/v1/tickets", {
          params: { header: once(key) },
          body: {
            item: call.item ?? "",
            form: pruned as Record<string, never>,
            channel: call.channel,
            ...(call.title.trim() ? { title: call.title.trim() } : {}),
            ...(call.unknown ? { contact: said(call.contact) } : call.person ? { requested_for: call.person } : {}),
          },
        }),
      ),
    onSuccess: ({ number }) => {
      forget(place);
      go(`/desk/${number}`);
    },
    onError: (problem) => problem instanceof Problem && problem.status !== 0 && setKey(newKey()),
  });
  const errors = send.error instanceof Problem ? send.error.errors : [];
  const at = (pointer: string) => errors.find((error) => error.pointer === pointer)?.message;
  const isAtFields = errors.length > 0 && errors.every(({ pointer }) => /^\/(form|requested_for|contact|item|channel|title)/.test(pointer));
  const isReady = call.item !== undefined && (call.unknown ? call.contact.name.trim() !== "" : call.person !== undefined) && !send.isPending;
  const itemForm = useRef<RequestFormHandle>(null);
  // What the browser can tell is told in the form's own words, at its fields.
  const submit = () => isReady && itemForm.current?.check() && send.mutate();
  const byKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
  };
  const line = (pointer: string) => {
    const help = at(pointer);
    return help ? { validateStatus: "error" as const, help } : {};
  };

  return (
    <Page
      title={t("title")}
      actions={
        <Button
          onClick={() => {
            forget(place);
            setCall(blank);
            setPruned({});
            send.reset();
          }}
        >
          {t("clear")}
        </Button>
      }
    >
      <div className="register" onKeyDown={byKey}>
        <div className="register-who">
          <section className="card">
            <Form layout="vertical" component="div">
              <Form.Item label={t("channel")}>
                <Segmented
                  aria-label={t("channel")}
                  value={call.channel}
                  onChange={(channel) => change({ channel })}
                  options={channels.map((value) => ({ value, label: t(`via.${value}`) }))}
                />
              </Form.Item>
              {!call.unknown && (
                <Form.Item label={t("who")} htmlFor={`${id}-who`} {...line("/requested_for")}>
                  <PersonPicker id={`${id}-who`} placeholder={t("whom")} autoFocus value={call.person} onChange={(person) => change({ person: person as string | undefined })} />
                </Form.Item>
              )}
              <Checkbox checked={call.unknown} onChange={(event) => change({ unknown: event.target.checked })}>
                {t("unknown")}
              </Checkbox>
            </Form>
            {call.unknown && <ContactFields value={call.contact} onChange={(contact) => change({ contact })} at={at} />}
          </section>
          {call.person && !call.unknown && <Caller username={call.person} item={call.item} />}
        </div>
        <section className="card">
          <Form layout="vertical" component="div">
            <Form.Item label={t("what")} htmlFor={`${id}-item`} {...line("/item")}>
              <ItemField
                id={`${id}-item`}
                {...(call.item ? { value: call.item } : {})}
                onChange={(item) => {
                  // Another item has another form; words of the first are of no use in it.
                  setPruned({});
                  change({ item, form: {} });
                }}
              />
            </Form.Item>
          </Form>
          {call.item && (
            <Suspense fallback={<Waiting />}>
              <ItemForm
                handle={itemForm}
                item={call.item}
                value={call.form}
                errors={errors}
                onChange={(form, asked) => {
                  setPruned(asked);
                  change({ form });
                }}
              />
            </Suspense>
          )}
          {call.item && (
            <Form layout="vertical" component="div">
              <Form.Item label={t("name")} htmlFor={`${id}-title`} {...line("/title")}>
                <Input id={`${id}-title`} value={call.title} onChange={(event) => change({ title: event.target.value })} />
              </Form.Item>
            </Form>
          )}
          {!call.item && <p className="quiet">{t("first")}</p>}
          {send.error && !isAtFields && <ProblemNotice problem={send.error} onRetry={submit} />}
          {isAtFields && <Alert type="error" showIcon role="alert" title={t("mend")} className="gap-below" />}
          <div className="register-foot">
            <span className="quiet wide-only">{t("keys")}</span>
            <Button type="primary" size="large" disabled={!isReady} loading={send.isPending} onClick={submit}>
              {t("send")}
            </Button>
          </div>
        </section>
      </div>
    </Page>
  );
}

/** What was left empty is not sent. */
function said(contact: Contact): Contact {
  const filled = Object.entries(contact).filter(([, value]) => value && value.trim() !== "");
  return { name: contact.name.trim(), ...Object.fromEntries(filled) };
}
