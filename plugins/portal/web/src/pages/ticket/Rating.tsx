import { Button, Input, Rate } from "antd";
import { cloneElement, useId, useState, type ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { api, once } from "../../api/client";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { useAct } from "./act";
import { said } from "./answer";
import type { Ticket } from "./data";
import { useKeptText } from "./kept-text";

type Star = ReactElement<{ role?: string; children: ReactElement<{ "aria-label"?: string; "aria-checked"?: boolean }> }>;

/**
 * A star says what it stands for; its pictures alone would be read as "star, star".
 * Those below the chosen one are filled, too, but one answer is one radio.
 */
function named(star: ReactElement, name: string, isChosen: boolean) {
  const line = star as Star;
  return cloneElement(line, { role: "none" }, cloneElement(line.props.children, { "aria-label": name, "aria-checked": isChosen }));
}

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
        <Rate
          {...{ role: "radiogroup" }}
          aria-labelledby={heading}
          value={score}
          onChange={setScore}
          tooltips={names}
          characterRender={(star, { index = 0 }) => named(star, names[index] ?? "", score === index + 1)}
        />
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
