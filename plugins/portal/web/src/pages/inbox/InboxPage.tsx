import { App, Button, Empty, Segmented } from "antd";
import ArrowLeftOutlined from "@ant-design/icons/ArrowLeftOutlined";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";
import { Page } from "../../shell/Page";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { untold } from "../../shell/untold";
import type { StepAnswer } from "./answer";
import { Bulk } from "./Bulk";
import { BulkResult, type BulkAnswered } from "./BulkResult";
import { type Entry, useInbox, type Step } from "./inbox-data";
import "./inbox.css";
import { LastAnswer, type Answered } from "./LastAnswer";
import { nextOf, steady, type Row } from "./steady";
import { StepCard } from "./StepCard";
import { StepDetail } from "./StepDetail";
import { forgetTyped } from "./typed";
import { useIsWide } from "./wide";

export { inboxAhead as ahead } from "./inbox-data";

const kinds = ["approval", "cost", "question", "task", "work"] as const;
const bulky = ["approval", "cost"];

const focusTitle = () => document.querySelector<HTMLElement>("#content h1")?.focus();

/** All that waits for the viewer: cards on a phone, list and card side by side on a wide screen. */
export default function InboxPage() {
  const { t } = useTranslation("inbox");
  const { message } = App.useApp();
  const inbox = useInbox();
  const [query, setQuery] = useSearchParams();
  const kind = query.get("kind") ?? "all";
  const asked = query.get("step") ?? undefined;
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<Answered>();
  const [many, setMany] = useState<BulkAnswered>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const isWide = useIsWide();
  const moved = useRef(false);

  const fresh = useMemo(() => inbox.data?.pages.flatMap((page) => page.items) ?? [], [inbox.data]);
  const rows = useSteady(fresh, answered, inbox.isFetching);
  const present = kinds.filter((one) => rows.some(({ step }) => step.kind === one));
  const listed = kind === "all" ? rows : rows.filter(({ step }) => step.kind === kind);
  const open = rows.find(({ step }) => step.id === asked) ?? (isWide ? listed.find((row) => !row.gone) : undefined);

  const set = useCallback(
    (changes: Record<string, string | undefined>, how: { replace: boolean }) => {
      setQuery((before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === undefined) next.delete(name);
          else next.set(name, value);
        }
        return next;
      }, how);
    },
    [setQuery],
  );
  const openStep = (id: string | undefined, replace = false) => {
    moved.current = true;
    set({ step: id }, { replace });
    if (!isWide) window.scrollTo(0, 0);
  };
  const leave = (id: string) => {
    const next = nextOf(listed, id);
    openStep(next, true);
    forgetTyped(id);
    if (!next && isWide) focusTitle();
  };
  const onAnswered = (after: Step, answer: StepAnswer) => {
    setAnswered((before) => new Set(before).add(after.id));
    setChosen((before) => new Set([...before].filter((id) => id !== after.id)));
    setLast({ step: after, answer });
    setMany(undefined);
    leave(after.id);
  };
  const onManyAnswered = (done: BulkAnswered) => {
    const ids = done.said.items.filter((one) => one.status < 300).map((one) => one.of);
    setAnswered((before) => new Set([...before, ...ids]));
    setChosen((before) => new Set([...before].filter((id) => !ids.includes(id))));
    setLast(undefined);
    setMany(done);
    // The focus belongs to the result, not to the card that comes up beside the list.
    moved.current = false;
  };
  const closeMany = () => {
    setMany(undefined);
    focusTitle();
  };
  const onActed = (act: string, step: Step) => {
    void message.success(t(`act.${act}.done`));
    if (act === "transfer" || act === "return") leave(step.id);
  };
  const takeBack = (step: Step) => {
    setAnswered((before) => new Set([...before].filter((id) => id !== step.id)));
    setLast(undefined);
    openStep(step.id, true);
  };

  const chosenSteps = listed.filter(({ step, gone }) => chosen.has(step.id) && !gone).map(({ step }) => step);
  const canChoose = (step: Step) =>
    bulky.includes(step.kind) && step.actions?.includes("answer") === true && (chosenSteps.length === 0 || chosenSteps[0]?.kind === step.kind);
  const showsList = isWide || !open;

  return (
    <Page title={t("title")} quietTitle={!showsList}>
      {last && <LastAnswer key={last.step.id} answered={last} onTakenBack={takeBack} onClose={() => setLast(undefined)} />}
      {many && <BulkResult answered={many} onClose={closeMany} />}
      {!!untold(inbox) && <ProblemNotice problem={inbox.error} onRetry={() => void inbox.refetch()} />}
      {inbox.isLoading && <Waiting />}
      {inbox.data && rows.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("empty")} />}
      {rows.length > 0 && (
        <div className={isWide ? "inbox wide" : "inbox"}>
          {showsList && (
            <div className="inbox-list">
              {present.length > 1 && (
                <Segmented
                  aria-label={t("filter")}
                  className="kinds"
                  value={kind}
                  onChange={(value) => set({ kind: value === "all" ? undefined : value, step: undefined }, { replace: true })}
                  options={[{ value: "all", label: t("all") }, ...present.map((one) => ({ value: one as string, label: t(`kinds.${one}`) }))]}
                />
              )}
              <Bulk chosen={chosenSteps} onClear={() => setChosen(new Set())} onDone={onManyAnswered} />
              <ul className="step-cards">
                {listed.map((row) => (
                  <StepCard
                    key={row.step.id}
                    row={row}
                    isOpen={isWide && row.step.id === open?.step.id}
                    isChosen={chosen.has(row.step.id)}
                    canChoose={canChoose(row.step)}
                    onOpen={() => openStep(row.step.id, isWide)}
                    onChoose={(yes) => setChosen((before) => new Set(yes ? [...before, row.step.id] : [...before].filter((id) => id !== row.step.id)))}
                  />
                ))}
              </ul>
              {inbox.hasNextPage && (
                <Button block loading={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
                  {t("more")}
                </Button>
              )}
            </div>
          )}
          {open && (
            <div className="inbox-detail">
              {!isWide && (
                <Button type="text" icon={<ArrowLeftOutlined aria-hidden />} onClick={() => openStep(undefined)}>
                  {t("toList", { count: rows.filter((row) => !row.gone).length })}
                </Button>
              )}
              <StepDetail
                key={open.step.id}
                step={open.step}
                gone={open.gone}
                takesFocus={moved.current}
                onAnswered={onAnswered}
                onActed={onActed}
                onNext={nextOf(listed, open.step.id) ? () => leave(open.step.id) : undefined}
              />
            </div>
          )}
        </div>
      )}
    </Page>
  );
}

/** Data that is freshened when the page is opened is there this long after it, in milliseconds. */
const opening = 100;

/**
 * The rows in their places; see `steady`. Until what the page was opened with is
 * fresh, nobody has a finger on them: what is gone by then is not shown at all.
 */
function useSteady(fresh: Entry[], answered: ReadonlySet<string>, isFetching: boolean): Row[] {
  const isSettled = useRef(false);
  useEffect(() => {
    if (isFetching) return;
    const timer = setTimeout(() => (isSettled.current = true), opening);
    return () => clearTimeout(timer);
  }, [isFetching]);
  const [drawn, draw] = useState(() => ({ fresh, answered, rows: steady([], fresh, answered) }));
  if (drawn.fresh === fresh && drawn.answered === answered) return drawn.rows;
  const next = { fresh, answered, rows: steady(isSettled.current ? drawn.rows : [], fresh, answered) };
  draw(next);
  return next.rows;
}
