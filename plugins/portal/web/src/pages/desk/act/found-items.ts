interface Item {
  item: string;
  title: string;
  keywords: string[];
}

/**
 * The items that have all the words, and after them what the server finds besides:
 * it knows more words, and always has the one for everything else, last.
 */
export function foundItems<One extends Item>(all: One[], words: string, served: One[]): One[] {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  const own = all.filter(({ item, title, keywords }) => {
    const said = [title, item, ...keywords].join(" ").toLowerCase();
    return asked.every((word) => said.includes(word));
  });
  const known = new Set(own.map(({ item }) => item));
  return [...own, ...served.filter(({ item }) => !known.has(item))];
}
