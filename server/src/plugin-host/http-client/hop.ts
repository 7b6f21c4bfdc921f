import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { HttpMethod, HttpRequest } from '@scenarium/sdk';
import type { Json } from '@scenarium/language';
import { EgressError } from './egress-error.ts';

/** One request of a chain of redirects. Names of headers are in small letters. */
export interface Hop {
  method: HttpMethod;
  url: URL;
  headers: Readonly<Record<string, string>>;
  body: string | null;
}

/** @throws EgressError `egress_scheme`, `egress_refused` */
export function firstHop({ method, url: text, query = {}, headers = {}, body }: HttpRequest): Hop {
  const url = parseTarget(text);
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, String(value));
  return {
    method,
    url,
    headers: {
      'user-agent': 'Scenarium',
      accept: 'application/json, */*;q=0.5',
      ...contentType(body),
      ...checkedHeaders(headers),
      'accept-encoding': 'gzip, br',
    },
    body: body === undefined || typeof body === 'string' ? (body ?? null) : JSON.stringify(body),
  };
}

/**
 * Where an answer sends the request on to; null when it does not. What identifies the caller stays with the origin it was meant for.
 *
 * @throws EgressError as `firstHop`
 */
export function nextHop(from: Hop, { status, location }: { status: number; location: string | undefined }): Hop | null {
  if (location === undefined || ![301, 302, 303, 307, 308].includes(status)) return null;
  const url = parseTarget(location, from.url);
  const isKept = ([name]: [string, string]): boolean => url.origin === from.url.origin || HARMLESS.has(name);
  const headers = Object.fromEntries(Object.entries(from.headers).filter(isKept));
  const becomesGet = status === 303 ? from.method !== 'HEAD' : status < 303 && from.method === 'POST';
  if (!becomesGet) return { ...from, url, headers };
  const { 'content-type': _, ...bodyless } = headers;
  return { method: 'GET', url, headers: bodyless, body: null };
}

/** Framing and routing are the client's business; `host` would also choose whose certificate is accepted. */
const CLIENTS_OWN =
  /^(host|connection|keep-alive|te|trailer|transfer-encoding|content-length|upgrade|expect|proxy-.*)$/;
const HARMLESS = new Set(['user-agent', 'accept', 'accept-language', 'accept-encoding', 'content-type']);

function parseTarget(text: string, base?: URL): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base?.href) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new EgressError('egress_scheme', 'only addresses that begin with http:// or https:// can be called');
  if (url.username || url.password)
    throw new EgressError('egress_refused', `the address of ${url.host} must not hold a user name or password`);
  url.hash = '';
  return url;
}

function checkedHeaders(headers: Record<string, string>): Record<string, string> {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  for (const [name, value] of lower) {
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      throw new EgressError('egress_refused', `the header “${name}” holds characters that headers cannot hold`);
    }
  }
  return Object.fromEntries(lower.filter(([name]) => !CLIENTS_OWN.test(name)));
}

function contentType(body: Json | undefined): Record<string, string> {
  if (body === undefined) return {};
  return { 'content-type': typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json' };
}
