import { useParams } from "wouter";

/** What the address names last. The router's own part is decoded by half: `%2F` stays in it, `%25` does not. */
export function useNamed(): string {
  useParams();
  return lastPart(location.pathname);
}

export function lastPart(path: string): string {
  const last = path.split("/").pop() ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

export const personPath = (username: string) => `/admin/people/${encodeURIComponent(username)}`;
export const groupPath = (name: string) => `/admin/groups/${encodeURIComponent(name)}`;
