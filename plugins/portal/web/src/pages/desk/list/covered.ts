/** What lies over a page until Escape closes it. */
const covers = "[role=dialog], [role=menu], [role=listbox], [role=tooltip]";

/** Whether a menu, list, drawer or the like is open, which the next Escape is meant for. */
export function isCovered(): boolean {
  return [...document.querySelectorAll(covers)].some((part) => part.checkVisibility());
}
