import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Modal } from "antd";
import { Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "../../../api/client";
import { Problem, type FieldError } from "../../../api/problem";
import type { RequestFormHandle } from "../../../form/RequestForm";
import { ProblemNotice } from "../../../shell/ProblemNotice";
import { prompt } from "../../../shell/prompt";
import { BulkResults } from "./BulkResults";
import { OperationForm } from "./OperationForm";
import { bodyOf, type Operation, type Ticket, type Typed } from "./operations";
import { perform, performMany, type Result } from "./perform";
import { forget, keep, kept } from "./typed";

const ItemForm = prompt(() => import("./ItemForm"));

interface Props {
  operation: Operation;
  /** One, or those of a selection that the server allows it on. */
  tickets: [Ticket, ...Ticket[]];
  onClose: () => void;
  onDone: () => void;
}

/** The small form of an operation; what was typed stays until it is done, also when the dialog is closed. */
export function OperationDialog({ operation, tickets, onClose, onDone }: Props) {
  const { t } = useTranslation("desk");
  const client = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const [first] = tickets;
  const place = `${operation.name}/${tickets.map(({ number }) => number).join()}`;
  const [was] = useState<Typed>(() => (tickets.length === 1 ? (operation.start?.(first) ?? {}) : {}));
  const [start] = useState<Typed>(() => ({ ...(operation.start?.(first) ?? {}), ...kept(place) }));
  const [item, setItem] = useState<Typed>(() => (start["form"] as Typed | undefined) ?? {});
  const [itemName, setItemName] = useState(start["item"] as string | undefined);
  const pruned = useRef<Typed>(item);
  const itemForm = useRef<RequestFormHandle>(null);
  const [results, setResults] = useState<Result[]>();
  // One key for one wish: pressed again after a lost answer, it is not done twice.
  const [key, setKey] = useState(newKey);

  const send = useMutation({
    mutationFn: async () => {
      const body = bodyOf(operation, form.getFieldsValue(), was);
      if (itemName !== undefined) body["form"] = pruned.current;
      if (tickets.length > 1) return performMany(operation, tickets, body, key);
      await perform(operation, first.number, body, key);
      return undefined;
    },
    onSuccess: (many) => {
      forget(place);
      void client.invalidateQueries({ queryKey: ["queues"] });
      for (const { number } of tickets) void client.invalidateQueries({ queryKey: ["ticket", number] });
      onDone();
      if (many) setResults(many);
      else onClose();
    },
    onError: (problem) => {
      if (!(problem instanceof Problem)) return;
      if (problem.status !== 0) setKey(newKey());
      atFields(problem.errors);
      // Only who may force it is refused with this and then asked for a reason.
      if (problem.code === "steps_open") form.setFieldValue("force", "");
    },
  });

  const names = operation.fields.map(({ name }) => name);
  const atFields = (errors: FieldError[]) => {
    form.setFields(names.map((name) => ({ name, errors: errors.filter((error) => fieldOf(error.pointer, names) === name).map(({ message }) => message) })));
  };
  const problem = send.error;
  // What stands at a field is not said twice.
  const isToldAtFields =
    problem instanceof Problem &&
    problem.errors.length > 0 &&
    problem.errors.every(({ pointer }) => fieldOf(pointer, names) !== undefined || (itemName !== undefined && pointer.startsWith("/form")));

  if (results) return <BulkResults results={results} name={operation.name} onClose={onClose} />;
  return (
    <Modal
      open
      title={tickets.length > 1 ? t("actMany", { what: t(`act.${operation.name}`), count: tickets.length }) : `${t(`act.${operation.name}`)} · ${first.number}`}
      onCancel={onClose}
      width={itemName === undefined ? 560 : 720}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="primary" danger={operation.isGrave ?? false} loading={send.isPending} onClick={() => form.submit()}>
            {t(`act.${operation.name}`)}
          </Button>
        </>
      }
    >
      {problem && !isToldAtFields && (
        <div className="gap-below">
          <ProblemNotice problem={problem} />
        </div>
      )}
      {operation.fields.length === 0 && <p>{t("sure", { count: tickets.length })}</p>}
      <OperationForm
        operation={operation}
        ticket={first}
        form={form}
        start={start}
        onTyped={(typed) => {
          const other = typed["item"] !== itemName;
          // Another item has another form; what was filled in for the first is of no use in it.
          if (other) {
            pruned.current = {};
            setItem({});
          }
          keep(place, { ...typed, form: other ? {} : item });
          setItemName(typed["item"] as string | undefined);
        }}
        onSend={() => {
          // What the browser can tell is told in the form's own words, at its fields.
          if (itemForm.current?.check() ?? true) send.mutate();
        }}
      />
      {itemName !== undefined && (
        <Suspense>
          <ItemForm
            handle={itemForm}
            item={itemName}
            value={item}
            onChange={(value, asked) => {
              pruned.current = asked;
              setItem(value);
              keep(place, { ...form.getFieldsValue(), form: value });
            }}
            errors={problem instanceof Problem ? problem.errors : []}
          />
        </Suspense>
      )}
    </Modal>
  );
}

/** `/for/users/0` belongs to the field `users`, `/until` to `until`. */
function fieldOf(pointer: string, names: string[]): string | undefined {
  const parts = pointer.split("/").slice(1);
  if (parts[0] === "for") return names.includes("users") ? (parts[1] === "groups" ? "groups" : "users") : undefined;
  return names.find((name) => name === parts[0]);
}
