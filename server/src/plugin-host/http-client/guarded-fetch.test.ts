import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createHttpClient } from './create-http-client.ts';
import { serve } from './serve.fixture.ts';

describe('fetch', () => {
  it('given an answer that comes in parts, then each is there before the next is sent', async () => {
    let more: () => void = () => undefined;
    const target = await serve((_, response) => {
      response.write('one');
      more = () => response.end('two');
    });
    const answer = await createHttpClient({ allow: [target.origin] }).fetch(`${target.origin}/`);
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('one');
    more();
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('two');
  });

  it('given a redirect to another origin, then the credential stays behind and the body with it', async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization, request.method);
      response.end('there');
    });
    const front = await serve((_, response) => response.writeHead(302, { location: `${other.origin}/` }).end());
    const client = createHttpClient({ allow: [front.origin, other.origin] });
    const answer = await client.fetch(front.origin, {
      method: 'POST',
      headers: { authorization: 'Bearer secret' },
      body: 'x',
    });
    expect(await answer.text()).toBe('there');
    expect(seen).toEqual([undefined, 'GET']);
  });

  it('given a signal that is aborted while the body comes, then the connection is closed', async () => {
    let closed: Promise<unknown> = Promise.resolve();
    const target = await serve((_, response) => {
      response.write('one');
      closed = once(response, 'close');
    });
    const controller = new AbortController();
    const client = createHttpClient({ allow: [target.origin] });
    const answer = await client.fetch(target.origin, { signal: controller.signal });
    controller.abort();
    await expect(answer.text()).rejects.toThrow();
    await closed;
  });

  it('given five failures of an origin, then it is left alone', async () => {
    const target = await serve((_, response) => response.writeHead(500).end());
    const client = createHttpClient({ allow: [target.origin] });
    for (let i = 0; i < 5; i += 1) expect((await client.fetch(target.origin)).status).toBe(500);
    await expect(client.fetch(target.origin)).rejects.toMatchObject({ code: 'circuit_open' });
    expect(target.connections()).toBeGreaterThan(0);
  });
});
