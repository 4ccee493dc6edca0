import { App, Button, Empty, type InputRef } from "antd";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { newKey } from "../../../api/client";
import { useMe } from "../../../session/session";
import { ProblemNotice, useProblemText, Waiting } from "../../../shell/ProblemNotice";
import { OperationDialog } from "../act/OperationDialog";
import { operationOf, type Operation } from "../act/operations";
import { perform } from "../act/perform";
import type { Asked, Filters as Chosen } from "./address";
import { BulkBar } from "./BulkBar";
import { Filters } from "./Filters";
import { ListTools } from "./ListTools";
import { ShortcutsDialog } from "./ShortcutsDialog";
import { TicketGrid } from "./TicketGrid";
import { useCurrent } from "./useCurrent";
import { useSelection } from "./useSelection";
import { useShortcuts } from "./useShortcuts";
import { useTicketList, type Ticket } from "./useTicketList";
import { useWhatIsNew } from "./useWhatIsNew";

interface Props {
  asked: Asked;
  onAsk: (asked: Asked) => void;
}

/** One list with its filters and what can be done with its tickets. */
export function TicketList({ asked, onAsk }: Props) {
  const { t } = useTranslation("desk");
  const me = useMe();
  const [, go] = useLocation();
  const { message } = App.useApp();
  const text = useProblemText();
  // The address makes a new object each time; the list is another one only when its words are.
  const words = JSON.stringify(asked.filters);
  const filters = useMemo(() => JSON.parse(words) as Chosen, [words]);
  const { rows, renew, counted, total, readAt, list, reload } = useTicketList(filters, asked.sort);
  const { fresh, left } = useWhatIsNew(filters, asked.sort, { rows, renew, readAt, isWhole: !list.hasNextPage });
  const { selected, select, all, clear } = useSelection(rows);
  const { at, setAt } = useCurrent(`${words} ${asked.sort}`, rows);
  const grid = useRef<HTMLDivElement>(null);
  const [acting, setActing] = useState<{ operation: Operation; tickets: [Ticket, ...Ticket[]] }>();
  const [help, setHelp] = useState(false);
  const search = useRef<InputRef>(null);

  useEffect(() => {
    clear();
  }, [words, asked.sort, clear]);

  const open = useCallback((index: number) => rows[index] && go(`/desk/${rows[index].number}`), [rows, go]);
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  const anew = () => {
    clear();
    setAt(-1);
    void reload();
  };

  const chosen = rows.filter(({ number }) => selected.has(number));
  const act = (operation: Operation, tickets: Ticket[]) => {
    const [first, ...rest] = tickets;
    if (first) setActing({ operation, tickets: [first, ...rest] });
  };

  /** By key: at once on the ticket at the cursor, with its question on a selection. */
  const byKey = async (names: string[], body: Record<string, unknown>) => {
    const current = rows[at];
    const onAll = chosen.length > 0 ? chosen : current ? [current] : [];
    for (const name of names) {
      const operation = operationOf(name);
      const on = onAll.filter(({ actions }) => actions.includes(name));
      if (!operation || on.length === 0) continue;
      if (chosen.length > 0) return act(operation, on);
      try {
        await perform(operation, on[0]?.number ?? "", body, newKey());
        message.success(t(`did.${name}`, { number: on[0]?.number }));
      } catch (problem) {
        message.error(text(problem));
      }
      return;
    }
    if (onAll.length > 0) message.info(t("notNow"));
  };

  // The focus goes along, so that a screen reader says the row.
  const walk = (index: number) => {
    grid.current?.focus({ preventScroll: true });
    setAt(Math.min(rows.length - 1, Math.max(0, index)));
  };

  const shortcuts = useShortcuts({
    j: () => walk(at + 1),
    k: () => walk(at - 1),
    x: () => at >= 0 && select(at, false),
    Enter: () => open(at),
    Escape: clear,
    a: () => void byKey(["accept"], {}),
    c: () => void byKey(["assign", "accept"], rows[at]?.actions.includes("assign") ? { assignee: me.username } : {}),
    r: anew,
    "/": () => search.current?.focus(),
    "?": () => setHelp(true),
  });

  return (
    <div className="desk-list">
      <div className="desk-bar">
        <Filters filters={filters} searchRef={search} onChange={(next) => onAsk({ ...asked, filters: next })} />
        <div className="desk-tools">
          <ListTools
            asked={asked}
            onColumns={(columns) => onAsk({ ...asked, columns })}
            onQueue={(queue) => onAsk({ ...asked, queue })}
            onHelp={() => setHelp(true)}
          />
        </div>
      </div>
      <div className="desk-above">
        {selected.size > 0 ? (
          <BulkBar selected={chosen} onAct={act} onClear={clear} />
        ) : (
          <span className="quiet" role="status">
            {counted !== undefined && t("counted", { count: total, number: counted })}
          </span>
        )}
        {(fresh.count > 0 || left.size > 0) && (
          <Button size="small" type="primary" shape="round" onClick={anew}>
            {fresh.count > 0 ? t("fresh", { count: fresh.count, number: fresh.more ? "200+" : fresh.count }) : t("renew")}
          </Button>
        )}
      </div>
      {list.error && !list.data ? (
        <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Waiting />
      ) : rows.length === 0 ? (
        <Empty description={t("empty")} />
      ) : (
        <TicketGrid
          rows={rows}
          total={total}
          columns={asked.columns}
          sort={asked.sort}
          onSort={(sort) => onAsk({ ...asked, sort })}
          at={at}
          onAt={setAt}
          gridRef={grid}
          selected={selected}
          onSelect={select}
          onSelectAll={all}
          onOpen={open}
          onMore={more}
          left={left}
        />
      )}
      {isFetchNextPageError && <ProblemNotice problem={list.error} onRetry={() => void fetchNextPage()} />}
      {acting && <OperationDialog key={acting.operation.name} {...acting} onClose={() => setActing(undefined)} onDone={clear} />}
      <ShortcutsDialog open={help} onClose={() => setHelp(false)} on={shortcuts.on} onTurn={shortcuts.turn} />
    </div>
  );
}
