/** What the page's policy asks of every style that is added; see the server's `features/web`. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="nonce"]')?.content ?? '';
