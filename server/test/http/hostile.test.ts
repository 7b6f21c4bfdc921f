import { connect } from 'node:net';
import fc from 'fast-check';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { operationsOf, sampleOf, type Operation } from '../support/operations.ts';
import { beginTalk, eventually, publish, type Talk } from '../support/publish.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { echo } from '../runtime/scenarios.ts';

/** Requests for each route; more by hand: HOSTILE_RUNS=10000. */
const RUNS = Number(process.env['HOSTILE_RUNS'] ?? 40);
/** Bounded to a few calls in minutes. */
const BOUNDED = ['changePassword', 'login'];

let server: TestServer;
let token: string;
let agent: string;
let talk: Talk;
let operations: Operation[];
const sockets: Socket[] = [];

beforeAll(async () => {
  server = await startServer({ DEMO: 'false' });
  token = await server.signIn();
  agent = await publish(server, token, { document: echo, settings: { web: true } });
  talk = await beginTalk(server, agent);
  operations = (await operationsOf(server)).filter(({ id }) => !BOUNDED.includes(id));
});
afterEach(() => sockets.splice(0).forEach((socket) => socket.disconnect()));
afterAll(() => server.stop());

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\0',
    '../../etc/passwd',
    '%00',
    '{{1}}',
    '\ud800',
    '1e999',
    '-1',
    'x'.repeat(20_000),
    'null',
  ),
);
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.constantFrom(null, true, 0, -1, 1e308, 9_007_199_254_740_993, [], {}),
    fc.double(),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.string({ maxLength: 8 }), tie('any'), { maxKeys: 4 }),
  ),
})).any;

/** A body of the right form in which something is not. */
function bodyFor({ body }: Operation): fc.Arbitrary<string> {
  const right = body ? (sampleOf(body) as Record<string, unknown>) : {};
  const names = [...Object.keys(body?.properties ?? {}), 'other'];
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.dictionary(fc.constantFrom(...names), value).map((wrong) => JSON.stringify({ ...right, ...wrong })),
    },
    { weight: 1, arbitrary: value.map((any) => JSON.stringify(any) ?? '') },
    { weight: 1, arbitrary: fc.nat(60).map((end) => JSON.stringify(right).slice(0, end)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: fc.nat(3_000).map((depth) => '['.repeat(depth)) },
  );
}

describe('hostile requests', () => {
  it(
    'are answered by something below 500, whatever stands in body, path, query and headers',
    async () => {
      for (const operation of operations) {
        const request = fc.record({
          body: bodyFor(operation),
          id: fc.oneof(text, fc.constantFrom(talk.id, '0'.repeat(24))),
          query: fc.oneof(fc.constant(''), text),
          type: fc.constantFrom('application/json', 'application/json', 'application/json', 'text/plain', 'a/b; c', ''),
          language: fc.constantFrom('ru', 'en', 'xx-', ';q=', '*'),
        });
        const send = async ({
          body,
          id,
          query,
          type,
          language,
        }: { [K in 'body' | 'id' | 'query' | 'type' | 'language']: string }) => {
          const path = operation.path.replace(/\{\w+\}/g, encodeURIComponent(id.toWellFormed()).slice(0, 2_000));
          const answer = await server.call(
            operation.method,
            `${path}?${encodeURI(query.toWellFormed()).slice(0, 2_000)}`,
            {
              token,
              headers: { 'content-type': type, 'accept-language': language },
              ...(operation.method !== 'GET' && { body: body.toWellFormed() }),
            },
          );
          if (answer.status >= 500) throw new Error(`${operation.id}: ${answer.status} ${JSON.stringify(answer.body)}`);
          if (answer.status >= 400 && typeof answer.body.code !== 'string')
            throw new Error(`${operation.id}: no problem details`);
        };
        await fc.assert(fc.asyncProperty(request, send), { numRuns: RUNS, endOnFailure: true });
      }
      expect((await talk.say('after', 'hello', 5_000)).texts[0]).toContain('hello');
    },
    120_000 + RUNS * 1_000,
  );

  it.for<[string, string]>([
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['a negative length', 'GET /api/v1/agents HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n'],
    [
      'two lengths',
      'POST /v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'half a body',
      'POST /v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"em',
    ],
    ['a path without end', `GET /${'a'.repeat(70_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\n${'X: y\r\n'.repeat(5_000)}\r\n`],
    ['a path that is no text', 'GET /%ff%fe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['another protocol', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ])('given %s on the wire, then the server lives', async ([, bytes]) => {
    const { hostname, port } = new URL(server.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.write(bytes));
      socket.once('data', () => socket.end());
      socket.once('close', () => resolve());
      socket.once('error', () => resolve());
      setTimeout(() => socket.destroy(), 300);
    });
    expect((await server.call('GET', '/health')).status).toBe(200);
  });
});

describe('hostile sockets', () => {
  function open(auth: unknown): Socket {
    const socket = io(`${server.url}/chat`, {
      auth: auth as object,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
    });
    sockets.push(socket);
    return socket;
  }
  const connected = (socket: Socket): Promise<'connected' | string> =>
    new Promise((resolve) => {
      socket.once('connect', () => resolve('connected'));
      socket.once('connect_error', ({ message }) => resolve(message));
    });

  it.for<[string, unknown]>([
    ['nothing', {}],
    ['a number', { token: 1 }],
    ['a long text', { token: 'x'.repeat(5_000) }],
    ['an operator', { token: { $gt: '' } }],
    ['null', { token: null, after: -1 }],
  ])('given %s as credentials, then refused', async ([, auth]) =>
    expect(await connected(open(auth))).toBe('unauthenticated'),
  );

  it(
    'given any payload, then a refusal or an acceptance comes back, and the conversation goes on',
    async () => {
      let socket = open({ token: talk.token });
      await connected(socket);
      const send = async (payload: unknown): Promise<void> => {
        if (!socket.connected) {
          socket = open({ token: talk.token });
          await connected(socket);
        }
        const answer = await Promise.race([
          socket
            .timeout(3_000)
            .emitWithAck('message', payload)
            .catch((error: Error) => ({ error: error.message })),
          new Promise((resolve) => socket.once('disconnect', () => resolve({ closed: true }))),
        ]);
        const { ok, problem, closed } = answer as {
          ok?: boolean;
          problem?: { code: string; status: number };
          closed?: boolean;
        };
        if (closed) return;
        if (ok !== true && !(problem && problem.status < 500)) throw new Error(JSON.stringify(answer));
      };
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(value, fc.record({ id: text, text: value, option: value, attachments: value })),
          send,
        ),
        { numRuns: RUNS, endOnFailure: true },
      );
      expect((await talk.say('after-sockets', 'still here', 5_000)).texts[0]).toContain('still here');
    },
    60_000 + RUNS * 1_000,
  );

  it('given a message larger than allowed, then the socket is closed and the conversation goes on', async () => {
    const socket = open({ token: talk.token });
    await connected(socket);
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    socket.emit('message', { id: 'big', text: 'x'.repeat(200_000) }, () => undefined);
    await closed;
    expect((await talk.say('after-big', 'fine', 5_000)).texts[0]).toContain('fine');
  });

  it('given ten thousand messages at once, then that socket is closed and others are served', async () => {
    const other = await beginTalk(server, agent);
    const flood = open({ token: talk.token });
    await connected(flood);
    const closed = new Promise((resolve) => flood.once('disconnect', resolve));
    for (let i = 0; i < 10_000; i += 1) flood.emit('message', { id: `flood-${i}`, text: 'x' }, () => undefined);
    await closed;
    expect((await other.say('1', 'hello', 5_000)).texts[0]).toContain('hello');
    const taken = await eventually(
      () => talk.heard(),
      (heard) => heard.length > 0,
    );
    expect(taken.length).toBeLessThan(1_000);
  });

  it('given events nobody declared and binary rubbish, then nothing happens', async () => {
    const socket = open({ token: talk.token });
    await connected(socket);
    for (const name of ['join', 'message:all', '__proto__', 'toString'])
      socket.emit(name, { room: 'all' }, new Uint8Array(64));
    socket.emit('message', new Uint8Array(1_000), () => undefined);
    expect((await talk.say('after-rubbish', 'calm', 5_000)).texts[0]).toContain('calm');
  });
});
