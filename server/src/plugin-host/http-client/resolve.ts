import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './addresses.ts';
import { EgressError } from './egress-error.ts';

export type Resolver = (host: string) => Promise<{ address: string; family: number }[]>;

export const systemResolver: Resolver = (host) => lookup(host, { all: true, verbatim: true });

/** The addresses of a host that may be connected to: all of them must be public, unless the request is allowed anyway. */
export async function resolveHost(
  url: URL,
  isAllowed: boolean,
  resolver: Resolver,
): Promise<{ address: string; family: number }[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  const addresses = family ? [{ address: host, family }] : await names(host, resolver);
  const refused = isAllowed ? undefined : addresses.find(({ address }) => !isPublicAddress(address));
  if (refused)
    throw new EgressError('egress_refused', `${url.host} is a private address; add it to EGRESS_ALLOW if it is meant`);
  return addresses;
}

async function names(host: string, resolver: Resolver): Promise<{ address: string; family: number }[]> {
  try {
    const found = await resolver(host);
    if (found.length > 0) return found;
  } catch {
    // Said below, without the resolver's words.
  }
  throw new EgressError('dns_failed', `the name ${host} cannot be resolved`);
}
