import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../session/session";
import { Go } from "../../shell/Go";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { Ago } from "../../time/Moment";
import { leaveOut, type BegunThing } from "./begun";
import { putBack, throwAway } from "./throw-away";

interface Props {
  thing: BegunThing;
  /** What it held, once it is thrown away. */
  thrown: { data: unknown } | undefined;
  onThrown: (data: unknown) => void;
  onBack: () => void;
}

export function DraftLine({ thing, thrown, onThrown, onBack }: Props) {
  const { t } = useTranslation("drafts");
  const me = useMe();
  const { name, path, at } = thing;
  const drop = useMutation({
    mutationFn: () => throwAway(me.username, thing),
    // In this order: the line stays, and with it where the focus is.
    onSuccess: (data) => {
      onThrown(data);
      leaveOut(thing.key);
    },
  });
  const back = useMutation({ mutationFn: () => putBack(thing, thrown?.data), onSuccess: onBack });
  const button = useRef<HTMLButtonElement>(null);
  const isThrown = thrown !== undefined;

  // The button that was pressed has gone: the one in its place takes the focus.
  const was = useRef(isThrown);
  useEffect(() => {
    if (was.current !== isThrown) button.current?.focus();
    was.current = isThrown;
  }, [isThrown]);

  const problem = drop.error ?? back.error;
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <div className="quiet">
          {isThrown ? (
            t("thrown")
          ) : (
            <>
              {t("changed")} <Ago at={at} />
            </>
          )}
        </div>
        {!!problem && <ProblemNotice problem={problem} onRetry={() => (isThrown ? back : drop).mutate()} />}
      </div>
      {isThrown ? (
        <Button ref={button} key="back" loading={back.isPending} aria-label={t("backNamed", { name })} onClick={() => back.mutate()}>
          {t("back")}
        </Button>
      ) : (
        <div className="draft-actions">
          {path && (
            <Go to={path} aria-label={t("goOnNamed", { name })}>
              {t("goOn")}
            </Go>
          )}
          <Button ref={button} loading={drop.isPending} aria-label={t("dropNamed", { name })} onClick={() => drop.mutate()}>
            {t("drop")}
          </Button>
        </div>
      )}
    </li>
  );
}
