import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { createHttpClient } from './create-http-client.ts';
import { serve, type Served } from './serve.fixture.ts';

const REST_MS = 10_000;
let now = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: (now = Date.UTC(2026, 0, 1)) });
  onTestFinished(() => void vi.useRealTimers());
});

async function troubled(status: () => number | 'silent') {
  const server = await serve((request, response) => {
    const answer = status();
    if (answer === 'silent') request.socket.destroy();
    else response.writeHead(answer).end();
  });
  const client = createHttpClient({ allow: ['127.0.0.1'], breaker: { failures: 3, restMs: REST_MS } });
  const call = ({ origin }: Served = server) => client.request({ method: 'GET', url: origin, retry: 'none' });
  return {
    server,
    client,
    call,
    code: () =>
      call().then(
        ({ status: s }) => s,
        ({ code }) => code as string,
      ),
  };
}

it.each(['silent', 500, 503] as const)(
  'given %s three times, then the origin is left alone, others are not',
  async (status) => {
    const { server, call, code } = await troubled(() => status);
    const other = await serve((_, response) => response.end());
    const failed = status === 'silent' ? 'connect_failed' : status;
    expect([await code(), await code(), await code(), await code()]).toEqual([failed, failed, failed, 'circuit_open']);
    expect(server.requests()).toBe(3);
    expect((await call(other)).status).toBe(200);
  },
);

it('given an open circuit, when the rest is over, then one request tries, and its success closes it', async () => {
  let status = 503;
  const { server, code } = await troubled(() => status);
  for (let n = 0; n < 3; n += 1) await code();
  vi.setSystemTime((now += REST_MS - 1));
  expect(await code()).toBe('circuit_open');
  vi.setSystemTime((now += 1));
  expect(await Promise.all([code(), code(), code()])).toEqual([503, 'circuit_open', 'circuit_open']);
  expect(await code()).toBe('circuit_open');
  expect(server.requests()).toBe(4);
  status = 200;
  vi.setSystemTime((now += REST_MS));
  expect([await code(), await code(), await code()]).toEqual([200, 200, 200]);
});

it('given successes in between, or failures that are not the origin’s, then it stays closed', async () => {
  let n = 0;
  const { server, code } = await troubled(() => ((n += 1) % 3 === 0 ? 200 : 503));
  for (let i = 0; i < 12; i += 1) expect(await code()).not.toBe('circuit_open');
  expect(server.requests()).toBe(12);
  const large = await serve((_, response) => response.end('too much'));
  const { client } = await troubled(() => 200);
  for (let i = 0; i < 5; i += 1) {
    const call = client.request({ method: 'GET', url: large.origin, maxBytes: 1 });
    await expect(call).rejects.toMatchObject({ code: 'too_large' });
  }
});

it('given retries of one request open the circuit, then the request ends with the answer it has', async () => {
  const { server, client } = await troubled(() => 503);
  expect((await client.request({ method: 'GET', url: server.origin })).status).toBe(503);
  expect(server.requests()).toBe(3);
});
