/** The word in whose brackets a map is open at the end of the text, and which of its arguments the map is, counted from 0. */
export function openCall(text: string): { name: string; argument: number } | undefined {
  // Brackets and commas in texts are none.
  const code = text.replace(/"(?:[^"\\\n]|\\.)*"/g, (quoted) => "_".repeat(quoted.length));
  const map = openMap(code);
  if (map === undefined) return undefined;
  let depth = 0;
  let argument = 0;
  for (let place = map - 2; place >= 0; place--) {
    const sign = code[place] ?? "";
    if (depth === 0 && sign === ",") argument++;
    if (")]}".includes(sign)) depth++;
    else if ("([{".includes(sign) && depth-- === 0) {
      const name = sign === "(" ? /([A-Za-z_]\w*)$/.exec(code.slice(0, place))?.[1] : undefined;
      return name === undefined ? undefined : { name, argument };
    }
  }
  return undefined;
}

/** Where the map begins that is still open at the end. */
function openMap(code: string): number | undefined {
  const stack: number[] = [];
  for (let place = 0; place < code.length; place++) {
    if (code[place] === "{") stack.push(place);
    else if (code[place] === "}") stack.pop();
  }
  const last = stack.at(-1);
  return last !== undefined && code[last - 1] === "#" ? last : undefined;
}
