import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { EgressError } from './egress-error.ts';
import { isPublicAddress } from './is-public-address.ts';

/** All addresses of a name. */
export type Resolver = (host: string) => Promise<{ address: string; family: number }[]>;

export const systemResolver: Resolver = (host) => lookup(host, { all: true });

/**
 * How sockets find the address they connect to. They get exactly what was checked here, so a name that answers differently the next
 * time gains nothing. One private address among public ones refuses the name as a whole.
 */
export function guardedLookup(resolver: Resolver, mode: 'public' | 'any'): LookupFunction {
  return (host, { all }, callback) => {
    checked(host, resolver, mode).then(
      (addresses) => {
        const [first] = addresses;
        if (all || !first) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, ''),
    );
  };
}

/** The refusal of an address that is not public. */
export function refused(host: string): EgressError {
  return new EgressError('egress_refused', `${host} is no public address: if it is meant, add it to EGRESS_ALLOW`);
}

async function checked(host: string, resolver: Resolver, mode: 'public' | 'any'): ReturnType<Resolver> {
  const addresses = await resolver(host).catch((error: unknown) => {
    const { code } = Object(error) as { code?: unknown };
    throw unresolved(host, { retryable: code !== 'ENOTFOUND' });
  });
  if (addresses.length === 0) throw unresolved(host, { retryable: false });
  if (mode === 'public' && !addresses.every(({ address }) => isPublicAddress(address))) throw refused(host);
  return addresses;
}

function unresolved(host: string, options: { retryable: boolean }): EgressError {
  return new EgressError('dns_failed', `the name ${host} cannot be resolved: check its spelling`, options);
}
