import { useQuery } from "@tanstack/react-query";
import type { Ref } from "react";
import { api, got } from "../../../api/client";
import type { FieldError } from "../../../api/problem";
import RequestForm, { type FormValue, type RequestFormHandle } from "../../../form/RequestForm";
import { ProblemNotice, Waiting } from "../../../shell/ProblemNotice";

interface Props {
  item: string;
  value: FormValue;
  onChange: (value: FormValue, pruned: FormValue) => void;
  errors: FieldError[];
  /** To have it check what was typed, before it is sent. */
  handle?: Ref<RequestFormHandle>;
}

/** The form of a catalog item, as part of a dialog or page. */
export default function ItemForm({ item, value, onChange, errors, handle }: Props) {
  const found = useQuery({
    queryKey: ["catalog", "item", item],
    queryFn: () => got(api.GET("/api/v1/catalog/{item}", { params: { path: { item } } })),
  });
  if (found.error) return <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  const { schema, uiSchema, price } = found.data;
  return (
    <RequestForm
      key={item}
      {...(handle ? { ref: handle } : {})}
      schema={schema as object}
      {...(uiSchema ? { uiSchema: uiSchema as object } : {})}
      {...(price ? { currency: price.currency } : {})}
      value={value}
      onChange={onChange}
      errors={errors}
      at="/form"
    />
  );
}
