/** May a request go to this URL though its address is private? */
export type AllowList = (url: URL) => boolean;

/**
 * Reads the entries of the allow-list: `host` (any port), `host:port`, or a prefix of URLs such as
 * `http://127.0.0.1:3000/demo/orders/`. What a URL is spelled like does not matter: both sides are normalised.
 *
 * @throws Error `egress_allow_invalid`, naming the entry
 */
export function createAllowList(entries: readonly string[]): AllowList {
  const rules = entries.map((entry) => (/^https?:\/\//i.test(entry) ? prefixRule(entry) : hostRule(entry)));
  return (url) => rules.some((rule) => rule(url));
}

/** What a server may take for `/`, `.` or `%` on a second reading: dot segments hidden in it would lead out of the prefix. */
const READ_TWICE = /%(2e|2f|5c|25|00)|\\|\/\.+;/i;

function prefixRule(entry: string): AllowList {
  const prefix = parsed(entry, entry);
  const folder = prefix.pathname.endsWith('/') ? prefix.pathname : `${prefix.pathname}/`;
  return ({ origin, pathname }) =>
    origin === prefix.origin && `${pathname}/`.startsWith(folder) && !READ_TWICE.test(pathname);
}

function hostRule(entry: string): AllowList {
  const { hostname, pathname } = parsed(`http://${entry}`, entry);
  if (pathname !== '/' || /[/?#@]/.test(entry)) throw invalid(entry);
  const port = /:(\d+)$/.exec(entry)?.[1];
  return (url) => url.hostname === hostname && (port === undefined || portOf(url) === Number(port));
}

function portOf({ port, protocol }: URL): number {
  return Number(port || (protocol === 'https:' ? 443 : 80));
}

function parsed(text: string, entry: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.username || url.password || url.search || url.hash) throw invalid(entry);
  return url;
}

function invalid(entry: string): Error {
  return new Error(
    `egress_allow_invalid: “${entry}” is no entry of EGRESS_ALLOW: use host, host:port, or a URL without user name and query`,
  );
}
