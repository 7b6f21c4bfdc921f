import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHttpClient } from './create-http-client.ts';
import { serve } from './serve.fixture.ts';

const client = createHttpClient({ allow: ['127.0.0.1', 'endless.example'] });
const ZEROES = Buffer.alloc(64 * 1024 * 1024);

describe('time', () => {
  it('given a server that never answers, when the time is over, then timed_out and the connection is gone', async () => {
    const gone = Promise.withResolvers<void>();
    const server = await serve((request) => request.socket.on('close', () => gone.resolve()));
    const call = client.request({ method: 'GET', url: `${server.origin}/?key=hidden-word`, timeoutMs: 100 });
    await expect(call).rejects.toMatchObject({
      code: 'timed_out',
      message: `127.0.0.1:${server.port} did not answer in time`,
      retryable: true,
    });
    await gone.promise;
  });

  it('given a body that drips for ever, when the time is over, then timed_out', async () => {
    const server = await serve((_, response) => {
      const drip = setInterval(() => response.write('.'), 10);
      response.on('close', () => clearInterval(drip));
    });
    const call = client.request({ method: 'GET', url: server.origin, timeoutMs: 150 });
    await expect(call).rejects.toMatchObject({ code: 'timed_out' });
  });

  it('given a packed body that drips for ever, when the time is over, then timed_out', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).write(gzipSync('hello').subarray(0, 12));
    });
    const call = client.request({ method: 'GET', url: server.origin, timeoutMs: 100 });
    await expect(call).rejects.toMatchObject({ code: 'timed_out' });
  });

  it('given a name that is never resolved, when the time is over, then timed_out', async () => {
    const stuck = createHttpClient({ allow: [], resolver: () => new Promise(() => undefined) });
    const call = stuck.request({ method: 'GET', url: 'http://stuck.example/', timeoutMs: 50 });
    await expect(call).rejects.toMatchObject({ code: 'timed_out' });
  }, 2_000);

  it('given a server that never finishes the TLS handshake, when its time is over, then connect_failed', async () => {
    const mute = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void mute.close());
    await new Promise((resolve) => mute.once('listening', resolve));
    const { port } = mute.address() as AddressInfo;
    const hurried = createHttpClient({ allow: ['127.0.0.1'], connectTimeoutMs: 50 });
    const call = hurried.request({ method: 'GET', url: `https://127.0.0.1:${port}/`, retry: 'none' });
    await expect(call).rejects.toMatchObject({ code: 'connect_failed', retryable: true });
  });

  it.each(['before the call', 'while waiting'])('given a signal aborted %s, then aborted', async (when) => {
    const controller = new AbortController();
    const server = await serve(() => controller.abort());
    if (when === 'before the call') controller.abort();
    const call = client.request({ method: 'GET', url: server.origin, signal: controller.signal });
    await expect(call).rejects.toMatchObject({ code: 'aborted', retryable: false });
    expect(server.requests()).toBe(when === 'before the call' ? 0 : 1);
  });
});

describe('size', () => {
  it('given a body of exactly the limit, then it is read; one byte more is too_large', async () => {
    const server = await serve((_, response) => response.end('x'.repeat(1_000)));
    const call = (maxBytes: number) => client.request({ method: 'GET', url: server.origin, maxBytes });
    expect((await call(1_000)).body).toHaveLength(1_000);
    await expect(call(999)).rejects.toMatchObject({ code: 'too_large', retryable: false });
  });

  it('given an endless body, then it is cut soon after the limit', async () => {
    let sent = 0;
    const closed = Promise.withResolvers<void>();
    const server = await serve((_, response) => {
      const chunk = Buffer.alloc(65_536);
      const pour = (): void => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
      };
      response.on('drain', pour).on('close', closed.resolve);
      pour();
    });
    const call = client.request({ method: 'GET', url: server.origin, maxBytes: 100_000 });
    await expect(call).rejects.toMatchObject({ code: 'too_large' });
    await closed.promise;
    expect(sent).toBeLessThan(20_000_000);
  });

  it.each([
    ['gzip', gzipSync(ZEROES)],
    ['br', brotliCompressSync(ZEROES, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } })],
  ])('given a bomb of 64 MB packed as %s, then it is cut while it unfolds', async (encoding, bomb) => {
    expect(bomb.length).toBeLessThan(100_000);
    const server = await serve((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb));
    const before = process.memoryUsage();
    const call = client.request({ method: 'GET', url: server.origin, maxBytes: 1_000_000 });
    await expect(call).rejects.toMatchObject({ code: 'too_large' });
    const after = process.memoryUsage();
    expect(after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers).toBeLessThan(20_000_000);
  });

  it('given headers beyond the limit, then too_large', async () => {
    const server = await serve((_, response) => response.writeHead(200, { 'x-long': 'x'.repeat(40_000) }).end());
    const call = client.request({ method: 'GET', url: server.origin, retry: 'none' });
    await expect(call).rejects.toMatchObject({ code: 'too_large' });
  });
});

describe('broken answers', () => {
  it.each([
    ['no HTTP', 'SSH-2.0-OpenSSH_9.9\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nhello'],
    ['a body that breaks off', 'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello'],
    ['nothing', ''],
    ['gzip that is none', 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello'],
  ])('given %s, then connect_failed without the words of the server', async (_, words) => {
    const raw = createServer((socket) => socket.on('error', () => undefined).end(words)).listen(0, '127.0.0.1');
    onTestFinished(() => void raw.close());
    await new Promise((resolve) => raw.once('listening', resolve));
    const { port } = raw.address() as AddressInfo;
    const call = client.request({ method: 'GET', url: `http://127.0.0.1:${port}/`, retry: 'none' });
    const error = await call.catch((reason: Error) => reason);
    expect(error).toMatchObject({ code: 'connect_failed', retryable: true });
    expect((error as Error).message).not.toMatch(/SSH|hello/);
  });

  it.each(['HEAD', 'GET'] as const)(
    'given no body though gzip is announced, when %s, then it is empty',
    async (method) => {
      const server = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end());
      expect((await client.request({ method, url: server.origin })).body).toBe('');
    },
  );
});

it('given a closed port, then connect_failed; an unknown name, then dns_failed', async () => {
  const call = client.request({ method: 'GET', url: 'http://127.0.0.1:1/', retry: 'none' });
  await expect(call).rejects.toMatchObject({ code: 'connect_failed' });
  const missing = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
  const nameless = createHttpClient({ allow: [], resolver: () => Promise.reject(missing) });
  await expect(nameless.request({ method: 'GET', url: 'http://nowhere.example/' })).rejects.toMatchObject({
    code: 'dns_failed',
    message: expect.stringContaining('nowhere.example'),
    retryable: false,
  });
});
