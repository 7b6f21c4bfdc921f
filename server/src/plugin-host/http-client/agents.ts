import { isIP } from 'node:net';
import { Agent } from 'undici';
import type { AllowList } from './allow-list.ts';
import { guardedLookup, refused, type Resolver } from './guarded-lookup.ts';
import { isPublicAddress } from './is-public-address.ts';

/** What connects to a URL's host, once its address has been looked at. @throws EgressError `egress_refused` */
export type AgentFor = (url: URL) => Agent;

export interface AgentsOptions {
  isAllowed: AllowList;
  resolver: Resolver;
  connectTimeoutMs: number;
}

/** Two pools of connections: one that connects to public addresses alone, one for what the installation allows. */
export function createAgents({ isAllowed, resolver, connectTimeoutMs }: AgentsOptions): AgentFor {
  const agents = { public: createAgent('public'), any: createAgent('any') };

  function createAgent(mode: 'public' | 'any'): Agent {
    const connect = { lookup: guardedLookup(resolver, mode), timeout: connectTimeoutMs };
    return new Agent({ connect, maxHeaderSize: LARGEST_HEADERS, allowH2: false });
  }

  return (url) => {
    if (isAllowed(url)) return agents.any;
    // Sockets look up names only, so an address that is written out is checked here.
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) && !isPublicAddress(host)) throw refused(url.host);
    return agents.public;
  };
}

const LARGEST_HEADERS = 32_768;
