/** The server puts a fresh nonce into the page; style sheets made by scripts have to carry it. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;

// antd gives the nonce to its own sheets, but not to the small ones by which a
// dialog stops the page from scrolling. So every sheet that a script of ours
// makes gets it here; what is put in as markup stays without and is refused.
const create = document.createElement.bind(document);
document.createElement = ((name: string, options?: ElementCreationOptions) => {
  const element = create(name, options);
  if (nonce && element instanceof HTMLStyleElement) element.nonce = nonce;
  return element;
}) as typeof document.createElement;
