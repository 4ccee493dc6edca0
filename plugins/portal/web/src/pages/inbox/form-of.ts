import { useQuery } from "@tanstack/react-query";
import { api, got } from "../../api/client";
import { may, useMe } from "../../session/session";

/** A form of `schemas/forms`; published content is for some roles to read, others get none. */
export function useForm(name: string | undefined): object | undefined {
  const reads = may(useMe(), "read_content");
  const form = useQuery({
    queryKey: ["form", name],
    queryFn: () => got(api.GET("/api/v1/schemas/forms/{name}", { params: { path: { name: name ?? "" } } })),
    enabled: name !== undefined && reads,
    staleTime: 5 * 60_000,
  });
  return (form.data as { schema?: object } | undefined)?.schema;
}
