/** A survey's address as messages name it: without a host, or with that of a link in a mail. */
const survey = /(?:https?:\/\/[^\s/]+)?(\/rate\/[0-9a-f]+)\/?/i;

/** A message without the address of its survey, which is drawn as a link of its own: nobody reads an address. */
export function withSurvey(text: string): { said: string; survey?: string } {
  const found = survey.exec(text);
  const path = found?.[1];
  if (!found || path === undefined) return { said: text };
  const before = text.slice(0, found.index).trimEnd();
  const after = text.slice(found.index + found[0].length).trim();
  return { said: [before, /^[.。]?$/.test(after) ? "" : after].filter(Boolean).join(" "), survey: path };
}
