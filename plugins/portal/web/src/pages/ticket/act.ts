import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { newKey } from "../../api/client";
import { queries } from "../../api/queries";
import { refreshTicket } from "./data";

/**
 * Something done to a ticket, once: the same wish sent again, after a lost
 * answer, goes under the same key; another wish has a key of its own.
 */
export function useAct<Wish>(number: string, call: (wish: Wish, key: string) => Promise<unknown>, onDone?: () => void) {
  const last = useRef({ wish: "", key: newKey() });
  return useMutation({
    mutationFn: (wish: Wish) => {
      const said = JSON.stringify(wish) ?? "";
      if (said !== last.current.wish) last.current = { wish: said, key: newKey() };
      return call(wish, last.current.key);
    },
    onSuccess: () => {
      last.current = { wish: "", key: newKey() };
      onDone?.();
      void queries.invalidateQueries({ queryKey: ["inbox"] });
      return refreshTicket(number);
    },
    // Somebody else was quicker, perhaps: what is shown is asked for anew.
    onError: () => void refreshTicket(number),
  });
}
