import { Button, Input, Segmented } from "antd";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../session/session";
import { useAddress } from "../../shell/address";
import { Go } from "../../shell/Go";
import { useFewFirst } from "../../shell/Later";
import { Page } from "../../shell/Page";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { Told, useHasChanged } from "../../shell/Told";
import { begunAhead, type BegunThing } from "../drafts/begun";
import { DraftList } from "../drafts/DraftList";
import type { Ticket } from "../ticket/data";
import { RequestLine } from "./RequestLine";
import { requestsAhead, useRequests, useWaitingForMe, whoses, type Whose } from "./tickets";
import "./requests.css";

// What was begun stands above the list: what came later would push that down.
export function ahead(): void {
  begunAhead();
  requestsAhead();
}

const isAsk = ({ item }: BegunThing) => item !== undefined;

const shows = ["all", "open", "closed"] as const;
type Show = (typeof shows)[number];

const pause = 200;

/** What the viewer has asked for, the open ones first. The filter is in the address. */
export default function RequestsPage() {
  const { t } = useTranslation(["requests", "drafts"]);
  const [address, filter] = useAddress();
  const show = shows.find((one) => one === address.get("show")) ?? "all";
  const whose = whoses.find((one) => one === address.get("whose")) ?? "mine";
  const q = address.get("q") ?? "";
  const [typed, setTyped] = useState(q);
  const isFiltered = useHasChanged([show, whose, q].join("/"));

  useEffect(() => setTyped(q), [q]);
  useEffect(() => {
    if (typed.trim() === q) return;
    const timer = setTimeout(() => filter("q", typed.trim()), pause);
    return () => clearTimeout(timer);
    // `filter` is made anew each time; what it does is the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed, q]);

  return (
    <Page
      title={t("title")}
      actions={
        <Go to="/catalog" className="ask-link">
          {t("ask")}
        </Go>
      }
    >
      <div className="requests-filter" role="search">
        <Segmented<Whose>
          aria-label={t("whose.label")}
          value={whose}
          options={[
            { value: "mine", label: t("whose.mine") },
            { value: "for-me", label: t("whose.forMe") },
            { value: "watched", label: t("whose.watched") },
          ]}
          onChange={(value) => filter("whose", value === "mine" ? "" : value)}
        />
        <Segmented<Show>
          aria-label={t("show.label")}
          value={show}
          options={[
            { value: "all", label: t("show.all") },
            { value: "open", label: t("show.open") },
            { value: "closed", label: t("show.closed") },
          ]}
          onChange={(value) => filter("show", value === "all" ? "" : value)}
        />
        <Input type="search" aria-label={t("search")} placeholder={t("search")} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </div>
      {show !== "closed" && whose === "mine" && q === "" && <DraftList title={t("drafts:begun")} only={isAsk} className="card begun" />}
      {show !== "closed" && <Some title={t("show.open")} whose={whose} q={q} over={false} isFiltered={isFiltered} />}
      {show !== "open" && <Some title={t("show.closed")} whose={whose} q={q} over isFiltered={isFiltered} />}
    </Page>
  );
}

interface SomeProps {
  title: string;
  whose: Whose;
  q: string;
  /** The closed ones; else those that are open. */
  over: boolean;
  /** Somebody has changed what is shown: what it comes to is told. */
  isFiltered: boolean;
}

function Some({ title, whose, q, over, isFiltered }: SomeProps) {
  const { t } = useTranslation("requests");
  const heading = useId();
  const me = useMe();
  const list = useRequests(me.username, whose, over, q, true);
  const waiting = useWaitingForMe(me.username);
  const tickets = list.data?.pages.flatMap((page) => page.items) ?? [];
  const none = list.data && tickets.length === 0 ? (q ? t("noneFound") : over ? t("noneClosed") : t("noneOpen")) : undefined;
  return (
    <section className="requests" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {list.isLoading && <Waiting tall />}
      {list.error && <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />}
      {none && <p className="quiet">{none}</p>}
      <Told isDue={isFiltered} text={none && `${title}: ${none}`} />
      {tickets.length > 0 && (
        <Lines tickets={tickets} isMine={(number) => !over && (waiting.data?.has(number) ?? false)} />
      )}
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </section>
  );
}

function Lines({ tickets, isMine }: { tickets: Ticket[]; isMine: (number: string) => boolean }) {
  const shown = useFewFirst(tickets, 8);
  return (
    <ul>
      {shown.map((ticket) => (
        <li key={ticket.number}>
          <RequestLine ticket={ticket} mine={isMine(ticket.number)} />
        </li>
      ))}
    </ul>
  );
}
