/** What the page's policy asks of every style that is added; see the server's `features/web`. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="nonce"]')?.content ?? '';

// Some helpers of the component library add styles without it.
const create = document.createElement.bind(document);
document.createElement = (name: string, options?: ElementCreationOptions): HTMLElement => {
  const made = create(name, options);
  if (name === 'style') made.nonce = nonce;
  return made;
};
