import { useMutation } from "@tanstack/react-query";
import { Button, Form, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, once } from "../../api/client";
import { errorAt } from "../../api/error-at";
import { useKeyOf } from "../../api/key-of";
import { queries } from "../../api/queries";
import { PersonPicker } from "../../people/PersonPicker";
import { useMe } from "../../session/session";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { useTime } from "../../time/time";
import { dayIn, nextDay, startOfDay } from "./absences";

const kinds = ["approval", "cost", "question", "task", "work"] as const;

interface Typed {
  from: string;
  /** The last day away; the absence ends with it. */
  last: string;
  substitute: string | undefined;
  kinds: (typeof kinds)[number][];
}

/** From, until, who: three answers, most of them given already. */
export function NewAbsence({ usual, onSaved }: { usual: string | undefined; onSaved: (id: string) => void }) {
  const { t } = useTranslation("absences");
  const me = useMe();
  const { zone } = useTime();
  const keyOf = useKeyOf();
  const today = dayIn(zone, new Date());
  const first: Typed = { from: nextDay(today), last: nextDay(today), substitute: usual, kinds: [] };
  const [typed, setTyped] = useState(first);
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });

  const save = useMutation({
    mutationFn: () => {
      // From today means from now: what waits already is the substitute's at once.
      const from = typed.from === today ? `${new Date().toISOString().slice(0, 16)}:00Z` : startOfDay(typed.from, zone).toISOString();
      const body = {
        from,
        to: startOfDay(nextDay(typed.last), zone).toISOString(),
        ...(typed.substitute ? { substitute: typed.substitute } : {}),
        ...(typed.kinds.length > 0 ? { scope: { kinds: typed.kinds } } : {}),
      };
      return got(api.POST("/api/v1/absences", { params: { header: once(keyOf(body)) }, body }));
    },
    onSuccess: ({ id }) => {
      setTyped(first);
      onSaved(id);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["absences"] }),
  });

  const spans = [
    { key: "today", from: today, last: today },
    { key: "tomorrow", from: nextDay(today), last: nextDay(today) },
    { key: "week", from: nextDay(today), last: nextDay(today, 7) },
    { key: "twoWeeks", from: nextDay(today), last: nextDay(today, 14) },
  ];
  const isChosen = (span: { from: string; last: string }) => typed.from === span.from && typed.last === span.last;
  return (
    <Form layout="vertical" className="card new-absence" requiredMark={false} onFinish={() => save.mutate()}>
      <h2>{t("new")}</h2>
      {save.error && <ProblemNotice problem={save.error} />}
      <div className="spans" role="group" aria-label={t("spans")}>
        {spans.map((span) => (
          <Button key={span.key} aria-pressed={isChosen(span)} type={isChosen(span) ? "primary" : "default"} onClick={() => set({ from: span.from, last: span.last })}>
            {t(`span.${span.key}`)}
          </Button>
        ))}
      </div>
      <div className="days">
        <Form.Item label={t("from")} htmlFor="absence-from" {...refused(errorAt(save.error, "/from"))}>
          <input
            id="absence-from"
            className="day"
            type="date"
            required
            min={today}
            value={typed.from}
            onChange={({ target }) => set({ from: target.value, last: target.value > typed.last ? target.value : typed.last })}
          />
        </Form.Item>
        <Form.Item label={t("last")} htmlFor="absence-last" {...refused(errorAt(save.error, "/to"))}>
          <input id="absence-last" className="day" type="date" required min={typed.from} value={typed.last} onChange={({ target }) => set({ last: target.value })} />
        </Form.Item>
      </div>
      <Form.Item label={t("substitute")} htmlFor="absence-substitute" extra={t("substituteHint")} {...refused(errorAt(save.error, "/substitute"))}>
        <PersonPicker id="absence-substitute" value={typed.substitute} without={[me.username]} onChange={(substitute) => set({ substitute })} />
      </Form.Item>
      <details className="narrower">
        <summary>{t("scope")}</summary>
        <Select
          mode="multiple"
          aria-label={t("scope")}
          className="scope"
          placeholder={t("scopeAll")}
          value={typed.kinds}
          onChange={(chosen) => set({ kinds: chosen })}
          options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
      </details>
      <Button type="primary" size="large" htmlType="submit" loading={save.isPending} block>
        {t("save")}
      </Button>
    </Form>
  );
}

const refused = (error: string | undefined) => (error ? { help: error, validateStatus: "error" as const } : {});
