import ArrowDownOutlined from "@ant-design/icons/ArrowDownOutlined";
import ArrowUpOutlined from "@ant-design/icons/ArrowUpOutlined";
import { useCallback, useEffect, useMemo, useState, type KeyboardEvent, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { columnOf, layout, type Column } from "./columns";
import { useSaid } from "./said";
import { TicketRow } from "./TicketRow";
import { useNarrow } from "./useNarrow";
import { useWindow } from "./useWindow";
import type { Ticket } from "./useTicketList";

interface Props {
  rows: Ticket[];
  total: number;
  columns: string[];
  sort: string;
  onSort: (sort: string) => void;
  at: number;
  onAt: (index: number) => void;
  selected: ReadonlySet<string>;
  onSelect: (index: number, range: boolean) => void;
  onSelectAll: (all: boolean) => void;
  onOpen: (index: number) => void;
  onMore: () => void;
  left: ReadonlySet<string>;
  gridRef: RefObject<HTMLDivElement | null>;
}

const headHeight = 40;

/** The list: only the rows in view are drawn, whatever their number. */
export function TicketGrid(props: Props) {
  const { t } = useTranslation("desk");
  const { rows, total, at, selected } = props;
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const { gridRef } = props;
  const hold = useCallback(
    (element: HTMLDivElement | null) => {
      gridRef.current = element;
      setBox(element);
    },
    [gridRef],
  );
  const isNarrow = useNarrow();
  const rowHeight = isNarrow ? 92 : 44;
  const head = isNarrow ? 0 : headHeight;
  const said = useSaid();
  const { first, end, places, show } = useWindow(box, total, rowHeight, head);
  // The same while one scrolls: a row that stays in view is not drawn again.
  const names = props.columns.join();
  const shown = useMemo(() => names.split(",").map(columnOf).filter((column) => column !== undefined), [names]);
  const { template, least } = useMemo(() => layout(shown), [shown]);
  const width = isNarrow ? undefined : least;

  const { onMore } = props;
  useEffect(() => {
    if (end >= rows.length && rows.length < total) onMore();
  }, [end, rows.length, total, onMore]);
  useEffect(() => {
    if (at >= 0) show(at);
  }, [at, show]);
  // The box that has the focus may be another row's in a moment.
  useEffect(() => {
    const row = document.activeElement?.closest(".desk-row[id]");
    if (box && row && box.contains(row)) box.focus({ preventScroll: true });
  }, [box, first, places]);

  const key = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((box?.clientHeight ?? 0) / rowHeight) - 2);
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: rows.length - 1 };
    const move = moves[event.key];
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (move !== undefined) props.onAt(Math.min(rows.length - 1, Math.max(0, move)));
    else if (event.key === "Enter" && at >= 0) props.onOpen(at);
    else if (event.key === " " && at >= 0) props.onSelect(at, event.shiftKey);
    else return;
    event.preventDefault();
  };

  const isAll = rows.length > 0 && selected.size === rows.length;
  return (
    <div
      ref={hold}
      className={isNarrow ? "desk-grid desk-grid-narrow" : "desk-grid"}
      role="grid"
      aria-label={t("list")}
      aria-multiselectable
      aria-rowcount={total + 1}
      aria-colcount={shown.length + 1}
      aria-activedescendant={at >= first && at < end && at < rows.length ? `desk-row-${at}` : undefined}
      tabIndex={0}
      onKeyDown={key}
    >
      <div role="rowgroup" className="desk-grid-head" style={{ minWidth: width }}>
        <div role="row" aria-rowindex={1} className="desk-row desk-head" style={{ gridTemplateColumns: template, height: headHeight }}>
          <span role="columnheader" className="desk-check">
            <input
              type="checkbox"
              aria-label={t("selectAll")}
              checked={isAll}
              ref={(input) => {
                if (input) input.indeterminate = selected.size > 0 && !isAll;
              }}
              onChange={() => props.onSelectAll(!isAll)}
            />
          </span>
          {shown.map((column) => (
            <Head key={column.name} column={column} sort={props.sort} onSort={props.onSort} />
          ))}
        </div>
      </div>
      <div role="rowgroup" style={{ height: total * rowHeight, position: "relative", minWidth: width }}>
        {Array.from({ length: end - first }, (_, offset) => first + offset).map((index) => (
          <TicketRow
            // A row that goes out of view becomes one that comes in: to write it anew takes less than to make one.
            key={index % places}
            index={index}
            ticket={rows[index]}
            said={said}
            columns={shown}
            template={template}
            height={rowHeight}
            isNarrow={isNarrow}
            isAt={index === at}
            isSelected={selected.has(rows[index]?.number ?? "")}
            hasLeft={props.left.has(rows[index]?.number ?? "")}
            onAt={props.onAt}
            onSelect={props.onSelect}
            onOpen={props.onOpen}
          />
        ))}
      </div>
    </div>
  );
}

function Head({ column, sort, onSort }: { column: Column; sort: string; onSort: (sort: string) => void }) {
  const { t } = useTranslation("desk");
  const name = t(`column.${column.name}`);
  if (!column.sort) return <span role="columnheader" className="desk-cut">{name}</span>;
  const isThis = sort.replace(/^-/, "") === column.sort;
  const isDown = isThis && sort.startsWith("-");
  return (
    <span role="columnheader" aria-sort={isThis ? (isDown ? "descending" : "ascending") : "none"}>
      <button type="button" className="desk-sort" onClick={() => onSort(isThis && !isDown ? `-${column.sort}` : (column.sort ?? ""))}>
        {name} {isThis && (isDown ? <ArrowDownOutlined aria-hidden /> : <ArrowUpOutlined aria-hidden />)}
      </button>
    </span>
  );
}
