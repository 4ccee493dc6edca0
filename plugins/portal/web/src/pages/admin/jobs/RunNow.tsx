import { useMutation } from "@tanstack/react-query";
import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, newKey, once } from "../../../api/client";
import { queries } from "../../../api/queries";
import { ProblemNotice } from "../../../shell/ProblemNotice";

/** Runs a job out of its turn; twice pressed is run once. */
export function RunNow({ name, isRunning }: { name: string; isRunning: boolean }) {
  const { t } = useTranslation("admin");
  const [key, setKey] = useState(newKey);
  const run = useMutation({
    mutationFn: () => got(api.POST("/api/v1/jobs/{name}/run", { params: { path: { name }, header: once(key) }, body: {} })),
    onSuccess: () => setKey(newKey()),
    onSettled: () => queries.invalidateQueries({ queryKey: ["jobs"] }),
  });
  return (
    <div className="admin-buttons">
      <Popconfirm title={t("jobs.runAsk", { name })} okText={t("jobs.run")} cancelText={t("keep")} onConfirm={() => run.mutate()}>
        <Button loading={run.isPending} disabled={isRunning}>
          {t("jobs.run")}
        </Button>
      </Popconfirm>
      {run.error && <ProblemNotice problem={run.error} />}
    </div>
  );
}
