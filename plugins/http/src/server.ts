import { ActionError, defineHandlers } from '@scenarium/sdk';
import { http } from './index.ts';

const LARGEST = 200_000;

export const server = defineHandlers(http, {
  async request({ method, url, headers, query, body, expect, timeoutMs }, { http: client, signal, idempotencyKey }) {
    const address = new URL(url);
    for (const [name, value] of Object.entries(query)) address.searchParams.append(name, String(value));
    const isKeyed = method === 'POST' || method === 'PATCH';
    const answer = await client.request({
      method,
      url: address.href,
      headers: { ...(isKeyed && { 'idempotency-key': idempotencyKey }), ...headers },
      ...(body !== undefined && { body }),
      timeoutMs,
      maxBytes: LARGEST,
      signal,
    });
    const isExpected = expect ? expect.includes(answer.status) : answer.status >= 200 && answer.status < 300;
    if (!isExpected) throw new ActionError('http_status', `${address.origin} answered ${answer.status}`);
    const { 'set-cookie': _, ...kept } = answer.headers;
    return { status: answer.status, headers: kept, body: answer.body };
  },
});
