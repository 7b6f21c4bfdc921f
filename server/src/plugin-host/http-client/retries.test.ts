import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createHttpClient, type HttpClientOptions } from './create-http-client.ts';
import { serve } from './serve.fixture.ts';

/** A client whose pauses are written down instead of being waited for. */
function hurried(options: Partial<HttpClientOptions> = {}) {
  const pauses: number[] = [];
  const pause = async (ms: number): Promise<void> => void pauses.push(Math.round(ms));
  const breaker = { failures: 1_000, restMs: 10_000 };
  return { pauses, client: createHttpClient({ allow: ['127.0.0.1'], breaker, pause, ...options }) };
}

/** Answers with the statuses in turn, the last one for ever. */
const answering = (statuses: number[], headers: () => Record<string, string> = () => ({})) => {
  let n = 0;
  return serve((_, response) => {
    response.writeHead(statuses[Math.min(n++, statuses.length - 1)] ?? 200, headers()).end();
  });
};

describe('what is repeated', () => {
  it.each([429, 502, 503, 504])('given %i once, when GET, then the next attempt counts', async (status) => {
    const server = await answering([status, 200]);
    const { client, pauses } = hurried();
    expect((await client.request({ method: 'GET', url: server.origin })).status).toBe(200);
    expect(pauses).toHaveLength(1);
  });

  it.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'] as const)(
    'given 503 for ever, when %s, then four attempts in all with growing pauses',
    async (method) => {
      const server = await answering([503]);
      const { client, pauses } = hurried();
      expect((await client.request({ method, url: server.origin })).status).toBe(503);
      expect(server.requests()).toBe(4);
      [200, 400, 800].forEach((longest, i) => {
        expect(pauses[i]).toBeGreaterThanOrEqual(longest / 2);
        expect(pauses[i]).toBeLessThanOrEqual(longest);
      });
    },
  );

  it.each(['POST', 'PATCH'] as const)('given 503, when %s, then one attempt', async (method) => {
    const server = await answering([503]);
    const { client } = hurried();
    expect((await client.request({ method, url: server.origin })).status).toBe(503);
    expect(server.requests()).toBe(1);
  });

  it('given 503, when retries are switched off, then one attempt', async () => {
    const server = await answering([503]);
    await hurried().client.request({ method: 'GET', url: server.origin, retry: 'none' });
    expect(server.requests()).toBe(1);
  });

  it.each([400, 401, 404, 500, 501])('given %i, when GET, then one attempt', async (status) => {
    const server = await answering([status]);
    await hurried().client.request({ method: 'GET', url: server.origin });
    expect(server.requests()).toBe(1);
  });

  it('given connections that break, when GET, then it is tried again; when POST, it is not', async () => {
    let n = 0;
    const server = await serve((request, response) => {
      if ((n += 1) < 3) request.socket.destroy();
      else response.end('at last');
    });
    const { client } = hurried();
    expect((await client.request({ method: 'GET', url: server.origin })).body).toBe('at last');
    n = 0;
    const call = client.request({ method: 'POST', url: server.origin });
    await expect(call).rejects.toMatchObject({ code: 'connect_failed' });
    expect(n).toBe(1);
  });

  it('given a refusal, then it is not tried again', async () => {
    const { client, pauses } = hurried({ allow: [] });
    await expect(client.request({ method: 'GET', url: 'http://127.0.0.1/' })).rejects.toMatchObject({
      retryable: false,
    });
    expect(pauses).toEqual([]);
  });

  it('given a resolver out of order for a moment, then it is asked again; an unknown name is not', async () => {
    const server = await answering([200]);
    let failure: string | null = 'EAI_AGAIN';
    let asked = 0;
    const resolver = async () => {
      asked += 1;
      if (failure) throw Object.assign(new Error(), { code: asked === 2 ? (failure = null) : failure });
      return [{ address: '127.0.0.1', family: 4 }];
    };
    const { client } = hurried({ allow: ['shop.example'], resolver });
    const url = `http://shop.example:${server.port}/`;
    expect((await client.request({ method: 'GET', url })).status).toBe(200);
    failure = 'ENOTFOUND';
    asked = 10;
    const call = client.request({ method: 'GET', url: `http://shop.example:1/` });
    await expect(call).rejects.toMatchObject({ code: 'dns_failed' });
    expect(asked).toBe(11);
  });
});

describe('Retry-After', () => {
  it('given seconds, then they are waited for', async () => {
    const server = await answering([429, 200], () => ({ 'retry-after': '3' }));
    const { client, pauses } = hurried();
    await client.request({ method: 'GET', url: server.origin });
    expect(pauses).toEqual([3_000]);
  });

  it('given an HTTP date, then it is waited for', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1) });
    onTestFinished(() => void vi.useRealTimers());
    const server = await answering([503, 200], () => ({ 'retry-after': 'Thu, 01 Jan 2026 00:00:04 GMT' }));
    const { client, pauses } = hurried();
    await client.request({ method: 'GET', url: server.origin });
    expect(pauses).toEqual([4_000]);
  });

  it.each(['0', 'Thu, 01 Jan 1970 00:00:00 GMT', 'soon', '-5', '1e9', ''])(
    'given “%s”, then the usual pause',
    async (value) => {
      const server = await answering([503, 200], () => ({ 'retry-after': value }));
      const { client, pauses } = hurried();
      await client.request({ method: 'GET', url: server.origin });
      expect(pauses[0]).toBeLessThanOrEqual(200);
    },
  );

  it('given a pause beyond the deadline, then the answer is returned at once', async () => {
    const server = await answering([429], () => ({ 'retry-after': '10' }));
    const { client, pauses } = hurried();
    expect((await client.request({ method: 'GET', url: server.origin, timeoutMs: 10_000 })).status).toBe(429);
    expect(pauses).toEqual([]);
    expect(server.requests()).toBe(1);
  });

  it('given the caller gives up in a pause, then aborted at once', async () => {
    const server = await answering([429], () => ({ 'retry-after': '5' }));
    const controller = new AbortController();
    const client = createHttpClient({ allow: ['127.0.0.1'] });
    const call = client.request({ method: 'GET', url: server.origin, signal: controller.signal });
    await vi.waitUntil(() => server.requests() === 1, { interval: 5 });
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'aborted' });
  });
});

it('given an origin that is down, when 200 requests fail, then retries stay a small part of them', async () => {
  const server = await answering([503]);
  const other = await answering([503, 200]);
  const { client, pauses } = hurried();
  for (let n = 0; n < 200; n += 1) await client.request({ method: 'GET', url: server.origin });
  expect(pauses.length).toBeGreaterThanOrEqual(10);
  expect(pauses.length).toBeLessThanOrEqual(10 + 200 / 5);
  expect(server.requests()).toBe(200 + pauses.length);
  expect((await client.request({ method: 'GET', url: other.origin })).status).toBe(200);
});
