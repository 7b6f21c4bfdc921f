/**
 * The address, if opening it can only fetch a page: http and https. Everything else, such as `javascript:` in any spelling, is null.
 *
 * @example
 * safeUrl('/help')                    // https://this.page/help
 * safeUrl(' java\nscript:alert(1)')   // null
 */
export function safeUrl(value: string): URL | null {
  if (!URL.canParse(value, location.href)) return null;
  const url = new URL(value, location.href);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

/** May the page load this address by itself? A plain http address only from its own server. */
export function isLoadable({ protocol, origin }: URL): boolean {
  return protocol === 'https:' || origin === location.origin;
}
