import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishEcho } from '../support/echo-agent.ts';
import { beginTalk } from '../support/publish.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

interface Frame {
  messages: { seq: number; text: string }[];
  from: number;
  to: number;
}

let server: TestServer;
let agent: string;

beforeAll(async () => {
  server = await startServer({ DEMO: 'false' });
  agent = await publishEcho(server);
});
afterAll(() => server?.stop());

/** A client that keeps what it is told. */
async function listen(token: string, after = 0) {
  const socket = io(`${server.url}/chat`, { auth: { token, after }, transports: ['websocket'], forceNew: true });
  const frames: Frame[] = [];
  const marks: number[] = [];
  socket.on('messages', (frame: Frame) => frames.push(frame));
  socket.on('resync', ({ to }: { to: number }) => marks.push(to));
  await expect.poll(() => frames.length).toBe(1);
  return { socket, frames, marks };
}

/** The stream below a client's socket. */
function streamOf(socket: Socket): { pause(): void; resume(): void } {
  return (socket.io.engine.transport as unknown as { ws: { _socket: { pause(): void; resume(): void } } }).ws._socket;
}

describe('a client that does not read', { timeout: 60_000 }, () => {
  it('given far more than it reads, then little is kept for it, and it is told where to read on', async () => {
    const talk = await beginTalk(server, agent);
    const { socket, frames, marks } = await listen(talk.token);
    streamOf(socket).pause();
    const turns = 400;
    // Every turn shows it 40 kB twice: far more than the buffers below the server hold.
    for (let n = 0; n < turns; n += 1) await talk.say(`m${n}`, `${n} ${'ж'.repeat(9_000)}`, n % 20 === 19 ? 10_000 : 0);
    streamOf(socket).resume();

    await expect.poll(() => marks.length).toBeGreaterThan(0);
    expect(frames.length).toBeLessThan(turns);
    const last = marks.at(-1) as number;
    const all = await server.call('GET', `conversations/${talk.id}/messages?before=${last + 1}&limit=1`, {
      token: talk.token,
    });
    expect(all.body.lastSeq).toBe(last);
    const heard = frames.length;
    await talk.say('after', 'I am back', 10_000);
    await expect.poll(() => frames.length).toBeGreaterThan(heard);
    expect(frames.flatMap(({ messages }) => messages).at(-2)?.text).toBe('You said: I am back');
    socket.disconnect();
  });

  it('given a client that was away for long, then it is told a page and where to read on', async () => {
    const talk = await beginTalk(server, agent);
    for (let n = 0; n < 200; n += 1) await talk.say(`m${n}`, `${n}`, n % 20 === 19 ? 10_000 : 0);
    const { socket, frames, marks } = await listen(talk.token, 1);

    await expect.poll(() => marks.length).toBe(1);
    const { messages, to } = frames[0] as Frame;
    expect(messages).toHaveLength(500);
    const rest = await server.call('GET', `conversations/${talk.id}/messages?after=${to}`, { token: talk.token });
    expect(rest.body).toMatchObject({ lastSeq: marks[0], more: false });
    expect(messages.length + rest.body.messages.length).toBe(601);
    socket.disconnect();
  });
});
