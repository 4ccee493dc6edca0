import { useQuery } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import { letGo, onSignedOut } from "../api/signed-out";
import { Problem } from "../api/problem";
import { queries } from "../api/queries";
import { FullPageProblem, Waiting } from "../shell/ProblemNotice";
import { prompt } from "../shell/prompt";
import { maybeSignedIn, meQuery, onOtherTab, type Me } from "./session";

export const SignInPage = prompt(() => import("../pages/sign-in/SignInPage"));
const SignInAgain = prompt(() => import("./SignInAgain"));

/**
 * Shows the pages to who is signed in and the sign-in page to others, at the
 * same address: after signing in one is where one wanted to go.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const [known, setKnown] = useState(maybeSignedIn);
  const [ended, setEnded] = useState(false);
  const me = useQuery({ ...meQuery, enabled: known });

  // Only a viewer who was in has a page to keep; the first call of all just fails.
  const isIn = me.data !== undefined;
  useEffect(() => {
    onSignedOut(isIn ? () => setEnded(true) : undefined);
    return () => onSignedOut(undefined);
  }, [isIn]);

  useEffect(() => onOtherTab(() => location.reload()), []);

  if (!known || (me.error instanceof Problem && me.error.status === 401 && !me.data)) {
    return (
      <SignInPage
        onSignedIn={() => {
          setKnown(true);
          void queries.invalidateQueries();
        }}
      />
    );
  }
  if (!me.data) {
    return me.error ? <FullPageProblem problem={me.error} onRetry={() => void me.refetch()} /> : <Waiting />;
  }

  const again = async (was: Me) => {
    const { data } = await me.refetch();
    const same = data?.username === was.username;
    letGo(same);
    setEnded(false);
    if (same) void queries.invalidateQueries();
    else location.assign("/");
  };
  const viewer = me.data;
  return (
    <>
      {children}
      {ended && <SignInAgain me={viewer} onSignedIn={() => void again(viewer)} />}
    </>
  );
}
