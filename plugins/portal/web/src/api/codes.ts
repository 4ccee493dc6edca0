import { useQuery } from "@tanstack/react-query";
import { api, got, type Schemas } from "./client";

export type PolicyCodes = Schemas["CodesView"];

/** The codes of the desk's policy with their words; nothing until they are there. */
export function usePolicyCodes(): PolicyCodes | undefined {
  const codes = useQuery({
    queryKey: ["codes"],
    queryFn: () => got(api.GET("/api/v1/lookup/codes")),
    staleTime: 5 * 60_000,
  });
  return codes.data;
}
