import type { FetchLike } from '@modelcontextprotocol/sdk/shared/transport.js';
import { ActionError } from '@scenarium/sdk';

/**
 * Cuts answers that grow too large, and does not open the stream on which a server speaks unasked: a call is over before it would say
 * anything there.
 */
export function limitedFetch(fetch: typeof globalThis.fetch, fail: (error: unknown) => void): FetchLike {
  return async (url, init) => {
    const isUnasked = init?.method === 'GET' && !new Headers(init.headers).has('last-event-id');
    if (isUnasked) return new Response(null, { status: 405 });
    const answer = await fetch(url, init);
    if (!answer.body) return answer;
    const { status, statusText, headers } = answer;
    return new Response(answer.body.pipeThrough(limit(fail)), { status, statusText, headers });
  };
}

/** Bytes of one answer, and of one message of a program. */
export const LARGEST = 2_000_000;

function limit(fail: (error: unknown) => void): TransformStream<Uint8Array, Uint8Array> {
  let size = 0;
  return new TransformStream({
    transform(chunk, controller) {
      size += chunk.length;
      if (size <= LARGEST) return controller.enqueue(chunk);
      const error = new ActionError(
        'mcp_too_large',
        `the server answered with more than ${LARGEST} bytes: ask for less`,
      );
      fail(error);
      controller.error(error);
    },
  });
}
