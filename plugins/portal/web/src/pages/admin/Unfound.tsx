import type { UseQueryResult } from "@tanstack/react-query";
import { Problem } from "../../api/problem";
import { Go } from "../../shell/Go";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { Frame } from "./Frame";
import type { Section } from "./sections";

/** Whether the desk says that there is no such record. */
export const isUnknown = (query: UseQueryResult<unknown>) => query.error instanceof Problem && query.error.status === 404;

interface Props {
  title: string;
  section: Section;
  query: UseQueryResult<unknown>;
  /** What is said where there is none of that name. */
  unknown: string;
  back: string;
}

/** In the place of a record that is not there: why, and the way back to the list. */
export function Unfound({ title, section, query, unknown, back }: Props) {
  return (
    <Frame title={title} section={section}>
      {isUnknown(query) && <p>{unknown}</p>}
      {query.error && !isUnknown(query) && <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isLoading && <Waiting />}
      <Go to={`/admin/${section}`}>{back}</Go>
    </Frame>
  );
}
