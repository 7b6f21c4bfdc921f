import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createHttpClient } from './create-http-client.ts';
import { serve } from './serve.fixture.ts';

const client = createHttpClient({ allow: ['127.0.0.1', 'localhost'] });

/** A server that answers with what it was asked. */
const echo = () =>
  serve(async (request, response) => {
    const body = await text(request);
    const { method, url, headers } = request;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ method, url, headers, body }));
  });

describe('what is sent', () => {
  it('given query, headers and JSON, then they arrive', async () => {
    const server = await echo();
    const { status, body } = await client.request({
      method: 'POST',
      url: `${server.origin}/orders?a=1#part`,
      query: { name: 'Ёж & co', limit: 5, all: true },
      headers: { 'X-Trace': 'abc', 'USER-AGENT': 'mine' },
      body: { hello: ['мир'] },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      method: 'POST',
      url: '/orders?a=1&name=%D0%81%D0%B6+%26+co&limit=5&all=true',
      headers: { 'x-trace': 'abc', 'user-agent': 'mine', 'content-type': 'application/json' },
      body: '{"hello":["мир"]}',
    });
  });

  it('given a text, then it is sent as it is, with its own type', async () => {
    const server = await echo();
    const headers = { 'Content-Type': 'text/csv' };
    const { body } = await client.request({ method: 'PUT', url: server.origin, headers, body: 'a;b' });
    expect(body).toMatchObject({ headers: { 'content-type': 'text/csv' }, body: 'a;b' });
  });

  it('given headers that frame or route, then they are left out', async () => {
    const server = await echo();
    const headers = { Host: 'other.example', 'Content-Length': '9', 'Transfer-Encoding': 'chunked', Upgrade: 'h2c' };
    const { body } = await client.request({ method: 'POST', url: server.origin, headers, body: 'abc' });
    expect(body).toMatchObject({ headers: { host: `127.0.0.1:${server.port}`, 'content-length': '3' }, body: 'abc' });
    expect(body).not.toHaveProperty('headers.upgrade');
  });

  it.each<Record<string, string>>([{ 'x-a': 'b\r\nx-injected: 1' }, { 'x-a': 'б' }, { 'x a': 'b' }, { '': 'b' }])(
    'given the impossible header %j, then it is refused and nothing is sent',
    async (headers) => {
      const server = await echo();
      const call = client.request({ method: 'GET', url: server.origin, headers });
      await expect(call).rejects.toMatchObject({ code: 'egress_refused', retryable: false });
      expect(server.connections()).toBe(0);
    },
  );
});

describe('what comes back', () => {
  it('given a packed JSON answer, then it is unpacked and parsed', async () => {
    const server = await serve((_, response) => {
      const headers = { 'content-type': 'application/hal+json', 'content-encoding': 'gzip', 'x-a': ['1', '2'] };
      response.writeHead(201, headers).end(gzipSync('{"a":1,"__proto__":{"admin":true}}'));
    });
    const answer = await client.request({ method: 'GET', url: `${server.origin}/x` });
    expect(answer).toMatchObject({ status: 201, headers: { 'x-a': '1, 2' }, url: `${server.origin}/x` });
    expect(JSON.stringify(answer.body)).toBe('{"a":1}');
    expect(answer.durationMs).toBeGreaterThanOrEqual(0);
  });

  it.each([400, 404, 500])('given %i, then it is an answer, not an error', async (status) => {
    const server = await serve((_, response) => response.writeHead(status).end('no'));
    expect(await client.request({ method: 'GET', url: server.origin })).toMatchObject({ status, body: 'no' });
    expect(server.requests()).toBe(1);
  });
});

describe('redirects', () => {
  it.each([
    [301, 'POST', 'GET', ''],
    [302, 'POST', 'GET', ''],
    [303, 'POST', 'GET', ''],
    [303, 'PUT', 'GET', ''],
    [301, 'PUT', 'PUT', 'abc'],
    [307, 'POST', 'POST', 'abc'],
    [308, 'PATCH', 'PATCH', 'abc'],
  ] as const)('given %i, when %s is sent, then %s follows with body “%s”', async (status, method, expected, sent) => {
    const target = await echo();
    const front = await serve((_, response) => response.writeHead(status, { location: `${target.origin}/to` }).end());
    const answer = await client.request({ method, url: front.origin, body: 'abc' });
    expect(answer.body).toMatchObject({ method: expected, url: '/to', body: sent });
    expect(answer.body).toHaveProperty('headers.user-agent');
    expect(Object.hasOwn((answer.body as { headers: object }).headers, 'content-type')).toBe(sent !== '');
    expect(answer.url).toBe(`${target.origin}/to`);
  });

  const SECRETS = { Authorization: 'Bearer hidden', cookie: 'a=hidden', 'X-Api-Key': 'hidden', Accept: 'text/html' };

  it('given another origin, when redirected there, then nothing that identifies the caller goes along', async () => {
    const target = await echo();
    const front = await serve((_, response) => response.writeHead(302, { location: target.origin }).end());
    const { body } = await client.request({ method: 'GET', url: front.origin, headers: SECRETS });
    expect(JSON.stringify(body)).not.toContain('hidden');
    expect(body).toMatchObject({ headers: { accept: 'text/html' } });
  });

  it('given the same origin, when redirected there, then headers stay', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/a') response.writeHead(302, { location: 'b/../c' }).end();
      else response.end(`${request.url} ${request.headers.authorization}`);
    });
    const { body } = await client.request({ method: 'GET', url: `${server.origin}/a`, headers: SECRETS });
    expect(body).toBe('/c Bearer hidden');
  });

  it('given a circle, then it ends after five redirects', async () => {
    const server = await serve((_, response) => response.writeHead(302, { location: '/again' }).end());
    const call = client.request({ method: 'GET', url: server.origin });
    await expect(call).rejects.toMatchObject({ code: 'too_many_redirects', retryable: false });
    expect(server.requests()).toBe(6);
  });

  it.each([
    ['file:///etc/passwd', 'egress_scheme'],
    ['http://user:hidden@127.0.0.1/', 'egress_refused'],
    ['http://[', 'egress_scheme'],
  ])('given a redirect to %s, then %s', async (location, code) => {
    const server = await serve((_, response) => response.writeHead(302, { location }).end());
    await expect(client.request({ method: 'GET', url: server.origin })).rejects.toMatchObject({ code });
  });

  it('given a redirect without a place, then it is the answer', async () => {
    const server = await serve((_, response) => response.writeHead(302).end('nowhere'));
    expect(await client.request({ method: 'GET', url: server.origin })).toMatchObject({ status: 302, body: 'nowhere' });
  });
});
