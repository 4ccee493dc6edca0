import { useTranslation } from "react-i18next";
import { Go } from "../../shell/Go";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { addressOf, useQueueName, useQueues, useViews, type Queue } from "./useQueues";

/** Queues and saved views with their counts; each is an address. */
export function Queues({ at, onChosen }: { at: string | undefined; onChosen?: () => void }) {
  const { t } = useTranslation("desk");
  const queues = useQueues();
  const nameOf = useQueueName();
  const views = useViews();
  if (queues.error && !queues.data) return <ProblemNotice problem={queues.error} onRetry={() => void queues.refetch()} />;
  if (!queues.data) {
    return (
      <div className="desk-queues">
        <Waiting />
      </div>
    );
  }
  const all = queues.data.items;
  const line = (queue: Queue) => {
    const view = views.data?.items.find(({ id }) => id === queue.view);
    return (
      <li key={queue.key}>
        <Go to={addressOf(queue, view)} aria-current={at === queue.key ? "true" : undefined} {...(onChosen ? { onClick: onChosen } : {})}>
          <span className="desk-cut">{nameOf(queue)}</span>
          <span className="desk-count">{queue.count}</span>
        </Go>
      </li>
    );
  };
  const part = (heading: string, items: Queue[]) =>
    items.length > 0 && (
      <section>
        <h2>{heading}</h2>
        <ul>{items.map(line)}</ul>
      </section>
    );
  return (
    <nav className="desk-queues" aria-label={t("queues")}>
      <ul>
        <li>
          <Go to="/desk" aria-current={at === undefined ? "true" : undefined} {...(onChosen ? { onClick: onChosen } : {})}>
            <span>{t("allOpen")}</span>
          </Go>
        </li>
      </ul>
      {part(t("mine"), all.filter(({ key }) => !key.includes("/")))}
      {part(t("groups"), all.filter(({ key }) => key.startsWith("group/")))}
      {part(t("views"), all.filter(({ key }) => key.startsWith("view/")))}
    </nav>
  );
}
