import { StreamLanguage } from "@codemirror/language";

/** Colours of TOML: tables, keys, texts, numbers and days, comments. */
export const tomlLanguage = StreamLanguage.define<{ isKey: boolean; open: number }>({
  name: "toml",
  startState: () => ({ isKey: true, open: 0 }),
  token(stream, state) {
    if (stream.sol() && state.open === 0) state.isKey = true;
    if (stream.eatSpace()) return null;
    if (stream.match("#")) {
      stream.skipToEnd();
      return "comment";
    }
    if (state.isKey && state.open === 0 && stream.match(/^\[\[?[^\]]*\]?\]?/)) return "typeName";
    if (stream.match(/^(?:"(?:[^"\\]|\\.)*"?|'[^']*'?)/)) return stream.match(/^\s*[=.]/, false) ? "propertyName" : "string";
    if (stream.match(/^\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:\d\d)?)?/) || stream.match(/^[+-]?\d[\d_.]*(?![\w-])/)) return "number";
    const word = stream.match(/^[\w-]+/) as RegExpMatchArray | null;
    if (word) return stream.match(/^\s*[=.]/, false) ? "propertyName" : word[0] === "true" || word[0] === "false" ? "bool" : null;
    const sign = stream.next();
    if (sign === "=") state.isKey = false;
    if (sign === "[" || sign === "{") state.open += 1;
    if (sign === "]" || sign === "}") state.open = Math.max(0, state.open - 1);
    return null;
  },
  languageData: { commentTokens: { line: "#" } },
});
