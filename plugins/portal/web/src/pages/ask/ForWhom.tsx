import { Button, Select } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, got } from "../../api/client";
import type { FieldError } from "../../api/problem";
import { useMe } from "../../session/session";
import { useProblemText } from "../../shell/ProblemNotice";
import type { Draft } from "./drafts";
import { offered, usePeople } from "./people";
import type { Whom } from "./useWhom";

interface Props {
  whom: Whom;
  draft: Draft;
  change: (more: Partial<Draft>) => void;
  errors: FieldError[];
}

/** What the desk knows already: for whom, and where. Filled and folded; open where it is to be another. */
export function ForWhom({ whom, draft, change, errors }: Props) {
  const { t } = useTranslation("ask");
  const id = useId();
  const me = useMe();
  const text = useProblemText();
  const wrong = (pointer: string) => errors.filter((error) => error.pointer === pointer);
  const [open, setOpen] = useState(false);
  const people = usePeople();
  const locations = useQuery({
    queryKey: ["lookup", "locations"],
    queryFn: () => got(api.GET("/api/v1/lookup/locations", { params: { query: { limit: 200 } } })),
    enabled: open,
  });
  const { other, refusal, field } = whom;
  const name = other === undefined ? me.name : people.nameOf(other);
  const refused = refusal ? t(`whom.${refusal}`, { name }) : whom.problem ? text(whom.problem) : undefined;
  const shown = open || refused !== undefined || errors.some((error) => ["/requested_for", "/location"].includes(error.pointer));
  const location = draft.location ?? (other === undefined ? me.location : undefined);

  // The button that was pressed goes: what it has opened, or folded, takes the focus.
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current === open) return;
    wasOpen.current = open;
    if (open) field.current?.focus();
    else opener.current?.focus();
  }, [open, field]);

  if (!shown) {
    return (
      <div className="folded">
        <span>
          {other === undefined ? t("whom.you", { name }) : t("whom.other", { name })}
          {location && <span className="quiet"> · {location}</span>}
        </span>
        <Button ref={opener} size="small" type="link" onClick={() => setOpen(true)}>
          {t("whom.change")}
        </Button>
      </div>
    );
  }
  return (
    <fieldset className="whom">
      <legend className="unseen">{t("whom.legend")}</legend>
      <label htmlFor={`${id}-who`}>{t("whom.who")}</label>
      <Select
        id={`${id}-who`}
        ref={field}
        value={other ?? me.username}
        showSearch={{ filterOption: false, onSearch: people.search }}
        options={offered(people.typed, people.hits, me.username, other ?? me.username).map((value) => ({
          value,
          label: value === me.username ? t("whom.me", { name: me.name }) : people.labelOf(value),
        }))}
        loading={people.isSearching || whom.isAsking}
        notFoundContent={people.isSearching ? t("whom.searching") : t("whom.nobody")}
        status={refused ? "error" : undefined}
        aria-describedby={`${id}-wrong`}
        onChange={(username: string) => {
          setOpen(true);
          // The field empties itself without saying so: one's own name is offered again.
          people.search("");
          whom.choose(username === me.username ? undefined : username);
        }}
      />
      <div id={`${id}-wrong`} role="alert" className="field-error">
        {refused}
        {wrong("/requested_for").map((error) => error.message).join(" ")}
      </div>
      <label htmlFor={`${id}-where`}>{t("whom.where")}</label>
      <Select
        id={`${id}-where`}
        allowClear
        showSearch
        value={location ?? undefined}
        options={locations.data?.items.map((one) => ({ value: one, label: one }))}
        onChange={(where: string | undefined) => change({ location: where })}
      />
      <div role="alert" className="field-error">
        {wrong("/location").map((error) => error.message).join(" ")}
      </div>
      <Button size="small" type="link" onClick={() => setOpen(false)} disabled={refused !== undefined || whom.isOpen}>
        {t("whom.fold")}
      </Button>
    </fieldset>
  );
}
