import { ActionError, defineHandlers, type HttpResponse } from '@scenarium/sdk';
import { http } from './index.ts';

/** The handlers of the plugin `http`. */
export const server = defineHandlers(http, {
  actions: {
    async request({ expect, headers, body, ...request }, { http: client, idempotencyKey }) {
      const isKeyed = request.method === 'POST' || request.method === 'PATCH';
      const answer = await client.request({
        ...request,
        headers: { ...(isKeyed && { 'idempotency-key': idempotencyKey }), ...headers },
        ...(body !== undefined && { body }),
      });
      if (!isExpected(answer.status, expect)) throw unexpected(answer);
      const { 'set-cookie': _, ...kept } = answer.headers;
      return { status: answer.status, headers: kept, body: answer.body };
    },
  },
});

const EXCERPT = 200;
const PASSING = [408, 425, 429, 500, 502, 503, 504];

function isExpected(status: number, expect: number[] | undefined): boolean {
  return expect ? expect.includes(status) : status >= 200 && status < 300;
}

function unexpected({ status, body, url, headers }: HttpResponse): ActionError {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const excerpt = text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
  const { host } = new URL(url);
  const seconds = Number(headers['retry-after'] ?? 0);
  return new ActionError('http_status', `${host} answered ${status}${excerpt && `: ${excerpt}`}`, {
    retryable: PASSING.includes(status),
    ...(seconds > 0 && { retryAfterMs: seconds * 1_000 }),
  });
}
