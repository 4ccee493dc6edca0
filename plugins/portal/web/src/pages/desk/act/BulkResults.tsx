import CheckCircleOutlined from "@ant-design/icons/CheckCircleOutlined";
import CloseCircleOutlined from "@ant-design/icons/CloseCircleOutlined";
import { Button, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { Go } from "../../../shell/Go";
import type { Result } from "./perform";

/** One line for each ticket: done, or why not. */
export function BulkResults({ results, name, onClose }: { results: Result[]; name: string; onClose: () => void }) {
  const { t } = useTranslation("desk");
  const refused = results.filter(({ status }) => status >= 300);
  const done = results.length - refused.length;
  // What went wrong is what one wants to read first.
  const sorted = [...refused, ...results.filter(({ status }) => status < 300)];
  return (
    <Modal
      open
      title={t(`act.${name}`)}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t("close")}
        </Button>
      }
    >
      <p role="status">
        {t("bulk.done", { count: done })}
        {refused.length > 0 && ` ${t("bulk.refused", { count: refused.length })}`}
      </p>
      <ul className="desk-results" tabIndex={0} aria-label={t("bulk.results")}>
        {sorted.map(({ of, status, problem }) => (
          <li key={of}>
            {status < 300 ? (
              <CheckCircleOutlined className="good" aria-label={t("bulk.ok")} />
            ) : (
              <CloseCircleOutlined className="bad" aria-label={t("bulk.notOk")} />
            )}
            <Go to={`/desk/${of}`}>{of}</Go>
            {problem && <span>{problem.errors?.map(({ message }) => message).join(" ") || problem.detail}</span>}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
