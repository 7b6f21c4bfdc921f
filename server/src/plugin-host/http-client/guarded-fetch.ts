import { fetch as undiciFetch, type RequestInit } from 'undici';
import type { AgentFor } from './agents.ts';
import type { Breakers } from './breakers.ts';
import { EgressError } from './egress-error.ts';
import { MOST_REDIRECTS } from './follow.ts';
import { firstHop, nextHop, type Hop } from './hop.ts';
import { toEgressError } from './to-egress-error.ts';

/** Bytes of one answer. */
const LARGEST = 50_000_000;
const METHODS = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'POST', 'PATCH'] as const;

export interface GuardedFetchOptions {
  agentFor: AgentFor;
  breakers: Breakers;
}

/**
 * The guarded client as `fetch`: the same checks at every hop, an answer that streams, nothing repeated. Rejects with an EgressError;
 * a body that grows too large, or stops, errors while it is read.
 */
export function createGuardedFetch({ agentFor, breakers }: GuardedFetchOptions): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const method = METHODS.find((known) => known === request.method);
    if (!method) throw new EgressError('egress_refused', `the method ${request.method} is not sent`);
    const body = request.body === null ? null : Buffer.from(await request.arrayBuffer());
    const { signal } = request;
    let hop: Hop = {
      ...firstHop({ method, url: request.url, headers: Object.fromEntries(request.headers) }),
      body: null,
    };
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const { url, headers } = hop;
      const sent: RequestInit = {
        method: hop.method,
        headers: { ...headers },
        redirect: 'manual',
        signal,
        dispatcher: agentFor(url),
        ...(hop.method === method && body && { body: new Uint8Array(body) }),
      };
      const host = url.host;
      const answer = await breakers.run(url.origin, () =>
        undiciFetch(url, sent).catch((error: unknown) => {
          throw toEgressError((error as Error).cause ?? error, { host, signal });
        }),
      );
      const next = nextHop(hop, { status: answer.status, location: answer.headers.get('location') ?? undefined });
      if (!next) return bounded(answer as unknown as Response);
      await answer.body?.cancel();
      hop = next;
    }
    throw new EgressError('too_many_redirects', `${hop.url.host} redirects for the ${MOST_REDIRECTS + 1}th time`);
  };
}

/** The answer with a body that ends in an error when it grows too large. */
function bounded(answer: Response): Response {
  if (!answer.body) return answer;
  let size = 0;
  const counted = answer.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.length;
        if (size > LARGEST) controller.error(new EgressError('too_large', `the answer has more than ${LARGEST} bytes`));
        else controller.enqueue(chunk);
      },
    }),
  );
  const { status, statusText, headers } = answer;
  return new Response(counted, {
    status,
    statusText,
    headers: [...headers].filter(([name]) => name !== 'content-encoding'),
  });
}
