import { Tabs } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ticket } from "../ticket/data";
import { Progress } from "../ticket/Progress";
import { StepList } from "../ticket/StepList";
import { Log } from "./log/Log";

/** Its open steps, its way from beginning to end, and every entry of its log. */
export function Tracks({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("workbench");
  const steps = ticket.around?.steps ?? [];
  const [tab, setTab] = useState(steps.length > 0 ? "steps" : "way");
  return (
    <section className="card" aria-label={t("tracks.title")}>
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: "steps",
            label: t("tracks.steps", { count: steps.length }),
            children: steps.length > 0 ? <StepList steps={steps} /> : <p className="quiet">{t("tracks.none")}</p>,
          },
          { key: "way", label: t("tracks.way"), children: <Progress ticket={ticket} /> },
          { key: "log", label: t("tracks.log"), children: <Log ticket={ticket} /> },
        ]}
      />
    </section>
  );
}
