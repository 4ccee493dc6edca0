import { Button } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { list } from "../builder/json-place";
import { idOf, useBench, type Control } from "./bench";
import { Card } from "./Card";
import { Keys } from "./Fields";
import { moved } from "./rows";
import { blank, cleared } from "./schema";
import { useOpen } from "./useOpen";
import { useSummary } from "./useSummary";
import { useWords } from "./words";

/** Their codes are the handbook's: nobody adds, removes or orders them. */
const settled = ["closure_codes"];

/** Several things in their order, each a card. */
export function Cards({ node, place, name, value, isRequired }: Control) {
  const { t } = useTranslation("policy");
  const words = useWords();
  const summary = useSummary();
  const { readOnly, set } = useBench();
  const cards = list(value);
  const open = useOpen(place);
  const of = node.items ?? {};
  const isSettled = settled.includes(name);
  const put = (next: unknown[]) => set(place, next.length === 0 ? cleared(node, isRequired) : next);

  // The hand goes with the card that it moves, or to the other button at the end.
  const hand = useRef<{ at: number; by: 1 | -1 }>(undefined);
  useEffect(() => {
    const held = hand.current;
    hand.current = undefined;
    if (!held) return;
    const button = (way: string) => document.getElementById(`${idOf([...place, held.at])}-${way}`) as HTMLButtonElement | null;
    const [own, other] = held.by === 1 ? [button("down"), button("up")] : [button("up"), button("down")];
    (own?.disabled ? other : own)?.focus();
  }, [value, place]);

  const move = (from: number, by: 1 | -1) => {
    hand.current = { at: from + by, by };
    put(moved(cards, from, by));
    open.follow((at) => (at === from ? from + by : at === from + by ? from : at));
  };
  const remove = (from: number) => {
    put(cards.toSpliced(from, 1));
    open.follow((at) => (at === from ? undefined : Number(at) > from ? Number(at) - 1 : at));
  };
  const insert = (at: number, card: unknown) => {
    put(cards.toSpliced(at, 0, card));
    open.follow((other) => (Number(other) >= at ? Number(other) + 1 : other));
    open.begin(at);
  };
  return (
    <>
      {cards.length === 0 && <p className="quiet">{t("none")}</p>}
      <ol className="policy-cards">
        {cards.map((card, at) => {
          const title = summary.title(of, name, card);
          return (
            <Card
              key={at}
              place={[...place, at]}
              name={title}
              about={summary.about(of, name, card, title)}
              isOpen={open.isOpen(at)}
              onOpen={(isOpen) => open.toggle(at, isOpen)}
              isFirst={at === 0}
              isLast={at === cards.length - 1}
              {...(isSettled ? {} : { onMove: (by) => move(at, by), onCopy: () => insert(at + 1, card), onRemove: () => remove(at) })}
            >
              <Keys node={of} place={[...place, at]} name={name} value={card} without={isSettled ? ["code"] : []} />
            </Card>
          );
        })}
      </ol>
      {!readOnly && !isSettled && (
        <div>
          <Button onClick={() => insert(cards.length, blank(of))}>{t("addOf", { name: words.each(name) })}</Button>
        </div>
      )}
    </>
  );
}
