import { useSearchParams } from "wouter";

/**
 * The words after `?` of the page's address, and how one of them is set; an
 * empty one is taken out. The page before stays the one before.
 */
export function useAddress(): [URLSearchParams, (name: string, value: string) => void] {
  const [address, setAddress] = useSearchParams();
  const set = (name: string, value: string) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === "") next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return [address, set];
}
