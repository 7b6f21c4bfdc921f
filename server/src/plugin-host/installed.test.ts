import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '@scenarium/language';
import { createPluginHost } from './create-plugin-host.ts';
import { createHttpClient } from './http-client/create-http-client.ts';
import { serve } from './http-client/serve.fixture.ts';
import { installedPlugins } from './installed.ts';
import { callOf, NO_CONNECTIONS, rememberedLog } from './plugins.fixture.ts';

describe('http.request', () => {
  const { log } = rememberedLog();
  const client = createHttpClient({ allow: ['127.0.0.1'] });
  const repeating = { pause: async () => undefined };
  const plugins = installedPlugins({ modelsDirectory: '', stdioServers: {} });
  const host = createPluginHost({ plugins, client, log, connections: NO_CONNECTIONS, repeating });
  const run = (input: JsonObject) => host.execute(callOf({ action: 'http.request', input }));

  it('given a JSON API, then status, headers without cookies, and body', async () => {
    const server = await serve((request, response) => {
      const headers = { 'content-type': 'application/json', 'Set-Cookie': 'session=hidden', 'X-Total': '3' };
      response.writeHead(200, headers).end(JSON.stringify({ url: request.url }));
    });
    const outcome = await run({ url: `${server.origin}/orders`, query: { limit: 3 } });
    expect(outcome).toMatchObject({
      ok: true,
      output: { status: 200, headers: { 'x-total': '3' }, body: { url: '/orders?limit=3' } },
    });
    expect(JSON.stringify(outcome)).not.toContain('hidden');
  });

  it.each(['POST', 'PATCH', 'PUT', 'GET'])(
    'given %s, then an idempotency key only where a repetition needs it',
    async (method) => {
      const keys: unknown[] = [];
      const server = await serve((request, response) => {
        keys.push(request.headers['idempotency-key']);
        response.end();
      });
      await run({ method, url: server.origin });
      const isKeyed = method === 'POST' || method === 'PATCH';
      expect(keys).toEqual([isKeyed ? 'effect-1' : undefined]);
      expect(host.repeatOf('http.request', { method, url: server.origin })).toBe(isKeyed ? 'keyed' : 'safe');
      await run({ method, url: server.origin, headers: { 'Idempotency-Key': 'own' } });
      expect(keys[1]).toBe('own');
    },
  );

  it.each([
    [404, undefined, false],
    [301, undefined, false],
    [503, undefined, true],
    [200, [201], false],
  ])('given %i where %j is expected, then http_status with an excerpt', async (status, expect_, retryable) => {
    const server = await serve((_, response) => response.writeHead(status).end('x'.repeat(5_000)));
    const outcome = await run({ url: `${server.origin}/?key=hidden`, ...(expect_ && { expect: expect_ }) });
    expect(outcome).toEqual({
      ok: false,
      error: {
        code: 'http_status',
        message: `127.0.0.1:${server.port} answered ${status}: ${'x'.repeat(200)}…`,
        retryable,
      },
    });
  });

  it('given 404 is expected, then it is a success', async () => {
    const server = await serve((_, response) => response.writeHead(404).end());
    const outcome = await run({ url: server.origin, expect: [200, 404] });
    expect(outcome).toMatchObject({ ok: true, output: { status: 404, body: '' } });
  });

  it('given a slow or a large answer, then it is cut as asked', async () => {
    const slow = await serve(() => undefined);
    expect(await run({ url: slow.origin, timeoutMs: 100 })).toMatchObject({ error: { code: 'timed_out' } });
    const large = await serve((_, response) => response.end('12345678901'));
    expect(await run({ url: large.origin, maxBytes: 10 })).toMatchObject({ error: { code: 'too_large' } });
  });

  it.each<[string, Record<string, Json>]>([
    ['url', { url: 'file:///etc/passwd' }],
    ['url', {}],
    ['method', { url: 'http://a.example', method: 'TRACE' }],
    ['timeoutMs', { url: 'http://a.example', timeoutMs: 30_001 }],
    ['maxBytes', { url: 'http://a.example', maxBytes: 1_000_001 }],
    ['headers', { url: 'http://a.example', headers: { 'a b': 'c' } }],
    ['headers', { url: 'http://a.example', headers: { a: 'b\r\nc: d' } }],
    ['expect', { url: 'http://a.example', expect: [99] }],
    ['stray', { url: 'http://a.example', stray: 1 }],
  ])('given a wrong %s, then action_input_invalid names it', async (name, input) => {
    expect(await run(input)).toMatchObject({
      error: { code: 'action_input_invalid', message: expect.stringContaining(name) },
    });
  });
});
