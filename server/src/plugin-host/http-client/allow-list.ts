/** Is this address allowed though it may be private? */
export type AllowList = (url: URL) => boolean;

/**
 * Reads the allow-list: `host`, `host:port`, or a prefix of URLs such as `http://127.0.0.1:3000/demo/orders/`. A prefix counts after
 * both were normalised, so that `..`, encoded or not, does not lead out of it.
 */
export function createAllowList(entries: readonly string[]): AllowList {
  const rules = entries.map((entry): AllowList => {
    if (!/^https?:\/\//.test(entry))
      return (url) =>
        url.host === entry.toLowerCase() || (!entry.includes(':') && url.hostname === entry.toLowerCase());
    const prefix = new URL(entry);
    const path = prefix.pathname.endsWith('/') ? prefix.pathname : `${prefix.pathname}/`;
    return (url) =>
      url.origin === prefix.origin && !/%2e|%2f|%5c|\\/i.test(url.pathname) && `${url.pathname}/`.startsWith(path);
  });
  return (url) => rules.some((rule) => rule(url));
}
