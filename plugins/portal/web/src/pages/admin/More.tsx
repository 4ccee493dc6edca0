import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";

interface Pages {
  isLoading: boolean;
  error: unknown;
  data: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
}

/** Below a list: what went wrong, that nothing is there, or the way to more of it. */
export function More({ pages, none }: { pages: Pages; none: string | undefined }) {
  const { t } = useTranslation("admin");
  const again = () => void (pages.data === undefined ? pages.refetch() : pages.fetchNextPage());
  return (
    <>
      {pages.isLoading && <Waiting />}
      {pages.error !== null && <ProblemNotice problem={pages.error} onRetry={again} />}
      {none && pages.data !== undefined && <p className="quiet">{none}</p>}
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </>
  );
}
