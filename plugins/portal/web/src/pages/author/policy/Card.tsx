import DownOutlined from "@ant-design/icons/DownOutlined";
import RightOutlined from "@ant-design/icons/RightOutlined";
import UpOutlined from "@ant-design/icons/UpOutlined";
import { Button } from "antd";
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { idOf, useBench } from "./bench";
import type { Place } from "./schema";

interface Props {
  place: Place;
  name: string;
  /** What it holds, while it is closed. */
  about: string;
  isOpen: boolean;
  onOpen: (open: boolean) => void;
  /** Nothing where it cannot be moved. */
  onMove?: ((by: 1 | -1) => void) | undefined;
  isFirst?: boolean;
  isLast?: boolean;
  onCopy?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
  children: ReactNode;
}

/** One of several things: closed its name and what it says, open all of it. */
export function Card({ place, name, about, isOpen, onOpen, onMove, isFirst, isLast, onCopy, onRemove, children }: Props) {
  const { t } = useTranslation("policy");
  const { readOnly } = useBench();
  const id = idOf(place);
  const move = (by: 1 | -1) => {
    if (!(by === 1 ? isLast : isFirst)) onMove?.(by);
  };
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined;
    if (!event.altKey || by === undefined || readOnly || !onMove) return;
    event.preventDefault();
    move(by);
  };
  return (
    <li className="policy-card">
      <div className="policy-card-head" onKeyDown={keys}>
        <button type="button" id={id} className="policy-open" aria-expanded={isOpen} aria-controls={isOpen ? `${id}-body` : undefined} onClick={() => onOpen(!isOpen)}>
          {isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
          <span>
            <strong>{name}</strong> {!isOpen && <span className="quiet">{about}</span>}
          </span>
        </button>
        {!readOnly && onMove && (
          <span className="policy-tools">
            <Button id={`${id}-up`} aria-keyshortcuts="Alt+ArrowUp" size="small" icon={<UpOutlined aria-hidden />} aria-label={t("upOf", { name })} disabled={isFirst} onClick={() => move(-1)} />
            <Button id={`${id}-down`} aria-keyshortcuts="Alt+ArrowDown" size="small" icon={<DownOutlined aria-hidden />} aria-label={t("downOf", { name })} disabled={isLast} onClick={() => move(1)} />
          </span>
        )}
      </div>
      {isOpen && (
        <div id={`${id}-body`} className="policy-card-body">
          {children}
          {!readOnly && (onCopy || onRemove) && (
            <div className="policy-add">
              {onCopy && (
                <Button size="small" aria-label={t("copyOf", { name })} onClick={onCopy}>
                  {t("copy")}
                </Button>
              )}
              {onRemove && (
                <Button size="small" danger aria-label={t("removeOf", { name })} onClick={onRemove}>
                  {t("remove")}
                </Button>
              )}
            </div>
          )}
        </div>
      )}
    </li>
  );
}
