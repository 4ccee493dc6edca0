import { Button, Select } from "antd";
import { useId, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, got } from "../../api/client";
import type { FieldError } from "../../api/problem";
import { useMe } from "../../session/session";
import { useProblemText } from "../../shell/ProblemNotice";
import type { Draft } from "./drafts";
import { usePeople } from "./people";

interface Props {
  item: string;
  draft: Draft;
  change: (more: Partial<Draft>) => void;
  errors: FieldError[];
}

/** What the desk knows already: for whom, and where. Filled and folded; open where it is to be another. */
export function ForWhom({ item, draft, change, errors }: Props) {
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
  const other = draft.requested_for;
  const access = useQuery({
    queryKey: ["catalog", "access", item, other],
    queryFn: () => got(api.GET("/api/v1/catalog/{item}/access", { params: { path: { item }, query: { user: other } } })),
    enabled: other !== undefined,
    retry: false,
  });
  const refused = access.error ? text(access.error) : access.data && (!access.data.on_behalf || !access.data.may_ask) ? t("whom.refused") : undefined;
  const shown = open || refused !== undefined || errors.some((error) => ["/requested_for", "/location"].includes(error.pointer));
  const name = other === undefined ? me.name : people.nameOf(other);
  const location = draft.location ?? (other === undefined ? me.location : undefined);

  if (!shown) {
    return (
      <div className="folded">
        <span>
          {other === undefined ? t("whom.you", { name }) : t("whom.other", { name })}
          {location && <span className="quiet"> · {location}</span>}
        </span>
        <Button size="small" type="link" onClick={() => setOpen(true)}>
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
        value={other ?? me.username}
        showSearch={{ filterOption: false, onSearch: people.search }}
        options={[{ value: me.username, label: t("whom.me", { name: me.name }) }, ...people.options.filter((one) => one.value !== me.username)]}
        notFoundContent={t("whom.nobody")}
        status={refused ? "error" : undefined}
        aria-describedby={`${id}-wrong`}
        onChange={(username: string) => change({ requested_for: username === me.username ? undefined : username })}
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
      <Button size="small" type="link" onClick={() => setOpen(false)} disabled={refused !== undefined}>
        {t("whom.fold")}
      </Button>
    </fieldset>
  );
}
