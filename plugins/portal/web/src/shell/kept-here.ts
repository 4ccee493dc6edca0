/** More than this is not compared, in characters. */
const most = 200_000;

const own = "maitred.";

/** What the browser keeps for the viewer in this tab and in all of them, as one text; nothing where it is too much. */
export function keptHere(): string | undefined {
  let text = "";
  for (const storage of [sessionStorage, localStorage]) {
    for (let place = 0; place < storage.length; place++) {
      const key = storage.key(place);
      if (!key?.startsWith(own)) continue;
      text += `${key}\n${storage.getItem(key) ?? ""}\n`;
      if (text.length > most) return undefined;
    }
  }
  return text;
}
