// Cases for the tests beside it; no part of the pages.

/** Whole numbers below the one given, the same ones in each run. */
export function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A list of three columns as somebody's spreadsheet might have left it. */
export function someList(next: (below: number) => number): string {
  const eol = ["\n", "\r\n"][next(2)] as string;
  const cell = () => ["", "a", '"b"', '"c, d"', '"e ""f"""', `"g${eol}h"`, " i "][next(7)];
  const row = () => [`k${next(1000)}`, cell(), cell()].join(",");
  const rows = Array.from({ length: next(6) }, row);
  return ["name,title,owner", ...rows].join(eol) + (next(2) === 0 ? eol : "");
}
