/**
 * A group as people read it. The desk knows it by its key alone: `service-desk` is
 * read as "Service desk"; two or three letters are an abbreviation; what is
 * written with capitals already stays as it is.
 */
export function groupName(key: string): string {
  if (/\p{Lu}/u.test(key)) return key;
  const words = key.replaceAll(/[-_]+/g, " ").trim();
  if (words.length <= 3) return words.toUpperCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
