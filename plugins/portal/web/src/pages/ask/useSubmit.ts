import { useMutation } from "@tanstack/react-query";
import { api, got, once, type Schemas } from "../../api/client";
import { queries } from "../../api/queries";
import type { FormValue } from "../../form/RequestForm";
import type { Draft } from "./drafts";

interface Wish {
  draft: Draft;
  /** Without what is not asked for now. */
  form: FormValue;
}

/** Sends the request, under the key that its draft has had from the start: twice sent is once asked. */
export function useSubmit(item: Schemas["CatalogItemView"], onSent: (number: string) => Promise<void>) {
  return useMutation({
    mutationFn: ({ draft, form }: Wish) =>
      got(
        api.POST("/api/v1/tickets", {
          params: { header: once(draft.key) },
          body: {
            item: item.item,
            item_version: item.version,
            form: form as Record<string, never>,
            requested_for: draft.requested_for,
            location: draft.location,
            description: draft.description,
            follows: draft.follows,
          },
        }),
      ),
    onSuccess: async (ticket) => {
      void queries.invalidateQueries({ queryKey: ["tickets"] });
      await onSent(ticket.number);
    },
  });
}
