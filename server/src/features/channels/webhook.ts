import express, { type Request, type Router } from 'express';
import type { ChannelRequest } from '@scenarium/sdk';
import { commonProblems } from '../../platform/errors/common.ts';
import { createRouteLimit } from '../../platform/http/route-limit.ts';
import type { Channels } from './index.ts';

/** Longer bodies are refused. */
const LIMIT = '1mb';
const CALLS = { points: 6_000, seconds: 60 };

/** Where services reach channels. Bodies are kept as they came: signatures are over their bytes. */
export function mountChannelWebhooks(api: Router, channels: Channels): void {
  const limit = createRouteLimit(CALLS);
  const bytes = express.raw({ type: () => true, limit: LIMIT });
  api.all('/channels/:id/webhook', bytes, async (request, response) => {
    await limit(request, undefined);
    if (request.method !== 'POST' && request.method !== 'GET')
      throw commonProblems.method_not_allowed({ headers: { Allow: 'GET, POST' } });
    const answer = await channels.receive(request.params.id, toChannelRequest(request));
    response
      .status(answer?.status ?? 200)
      .type('text/plain')
      .set(answer?.headers ?? {})
      .send(answer?.body ?? '');
  });
}

function toChannelRequest({ method, query, headers, body }: Request): ChannelRequest {
  const bytes = body instanceof Uint8Array ? body : new Uint8Array();
  return {
    method: method === 'GET' ? 'GET' : 'POST',
    query: textsOf(query),
    headers: textsOf(headers),
    body: bytes,
    json: jsonOf(bytes),
  };
}

function textsOf(values: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
