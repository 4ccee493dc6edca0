import { Button, Input, Rate } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, once } from "../../api/client";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { useAct } from "./act";
import { said } from "./answer";
import type { Ticket } from "./data";
import { useKeptText } from "./kept-text";

/** How satisfied who asked was: stars, and a word if they like. */
export function Rating({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("ticket");
  const heading = useId();
  const [score, setScore] = useState(0);
  const [text, setText] = useKeptText(`rating.${ticket.number}`);
  const rate = useAct(
    ticket.number,
    (wish: { score: number; text?: string }, key) =>
      api.POST("/api/v1/tickets/{number}/rating", { params: { path: { number: ticket.number }, header: once(key) }, body: wish }),
    () => setText(""),
  );
  if (!ticket.actions.includes("rating")) return null;
  const names = [t("rating.1"), t("rating.2"), t("rating.3"), t("rating.4"), t("rating.5")];
  return (
    <section className="card turn" aria-labelledby={heading}>
      <h2 id={heading}>{t("rating.title")}</h2>
      <div className="answer-buttons">
        <Rate aria-labelledby={heading} value={score} onChange={setScore} tooltips={names} />
        <span role="status">{names[score - 1]}</span>
      </div>
      {score > 0 && (
        <>
          <label className="answer-field">
            {t("rating.text")}
            <Input.TextArea rows={1} value={text} onChange={(event) => setText(event.target.value)} />
          </label>
          <Button type="primary" loading={rate.isPending} onClick={() => rate.mutate({ score, text: said(text) })}>
            {t("rating.send")}
          </Button>
        </>
      )}
      {rate.error && <ProblemNotice problem={rate.error} />}
    </section>
  );
}
