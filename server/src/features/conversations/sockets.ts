import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Server, Socket } from 'socket.io';
import { z } from 'zod';
import { toProblemJson } from '../../platform/errors/problem.ts';
import type { VisitorActor } from '../../platform/http/actor.ts';
import { forbiddenKey } from '../../platform/http/forbidden-keys.ts';
import { problemOf } from '../../platform/http/problem-handler.ts';
import { commonProblems } from '../../platform/errors/common.ts';
import type { Runtime, Visible } from '../../runtime/index.ts';
import type { Conversations } from './operations/conversations.ts';
import { createFeed, type Feed } from './feed.ts';
import { Incoming } from './incoming.ts';
import { createRooms, type Room } from './rooms.ts';
import { viewConversation, viewMessage } from './view.ts';

/** Tells connected clients what became visible. */
export interface Hub {
  visible(update: Visible): void;
  working(conversation: string, on: boolean): void;
  /** What is being written, as far as it is there. */
  writing(conversation: string, text: string): void;
}

export interface SocketsOptions {
  io: Server;
  conversations: Conversations;
  runtime: Runtime;
  report(error: unknown): void;
}

const POLL_MS = 1_000;
const PAGE = 500;
const Auth = z.object({ token: z.string().max(2_000), after: z.int().min(0).default(0) });

/**
 * The live side of the web channel, namespace `/chat`. A client is told `messages { messages, from, to }`: what became visible after
 * cursor `from`; or `resync { to }`: that it has to read up to there by itself, because it did not keep up or was away for long. What
 * another process committed is found by looking, so a client may be connected to any of them.
 */
export function attachSockets({
  io,
  conversations,
  runtime,
  report,
}: SocketsOptions): Hub & { close(): void } {
  const chat = io.of('/chat');
  const flood = new RateLimiterMemory({ points: 50, duration: 1 });
  const rooms = createRooms(runtime);

  chat.use((socket, next) => {
    const auth = Auth.safeParse(socket.handshake.auth);
    const verified = auth.success ? conversations.verifyVisitor(auth.data.token) : Promise.resolve(null);
    verified.then((visitor) => {
      if (!visitor) return next(new Error('unauthenticated'));
      socket.data = { visitor, after: auth.data?.after ?? 0 };
      next();
    }, next);
  });

  chat.on('connection', (socket) => {
    const { visitor, after } = socket.data as { visitor: VisitorActor; after: number };
    const feed = createFeed(socket, () => void resync(feed, visitor).catch(report));
    const room = rooms.enter(visitor.conversation, feed);
    welcome({ room, feed, visitor, after }).catch(report);
    socket.on('message', (payload: unknown, acknowledge: unknown) => {
      if (typeof acknowledge === 'function')
        void receive(socket, visitor, payload).then((answer) => (acknowledge as (answer: unknown) => void)(answer));
    });
    socket.on('disconnect', () => rooms.leave(room, feed));
  });

  /** Tells a client what it missed: a page of it, the rest it reads by itself. */
  async function welcome({ room, feed, visitor, after }: Arrival): Promise<void> {
    const page = await conversations.messages(visitor, room.conversation, { after, limit: PAGE });
    const to = Math.max(page.lastSeq, after);
    feed.emit('messages', { messages: page.messages.map(viewMessage), from: after, to });
    room.told = Math.max(room.told ?? 0, page.more ? await resync(feed, visitor) : to);
  }

  async function resync(feed: Feed, visitor: VisitorActor): Promise<number> {
    const { lastSeq, status } = viewConversation(await conversations.get(visitor, visitor.conversation));
    feed.emit('resync', { to: lastSeq });
    feed.emit('status', { status });
    return lastSeq;
  }

  async function receive(socket: Socket, visitor: VisitorActor, payload: unknown): Promise<unknown> {
    try {
      await flood.consume(socket.id);
    } catch {
      socket.disconnect(true);
      return undefined;
    }
    try {
      const forbidden = forbiddenKey(payload);
      if (forbidden !== undefined) throw commonProblems.forbidden_key({ detail: forbidden });
      const parsed = Incoming.safeParse(payload);
      if (!parsed.success) throw commonProblems.invalid_request({ errors: parsed.error.issues });
      const { row, duplicate } = await conversations.send(visitor, visitor.conversation, parsed.data);
      return { ok: true, id: parsed.data.id, seq: row.seq, duplicate };
    } catch (error) {
      const problem = problemOf(error);
      if (problem.type.status >= 500) report(error);
      const language = /^ru/.test(socket.handshake.headers['accept-language'] ?? '') ? 'ru' : 'en';
      return { ok: false, problem: toProblemJson(problem, language, socket.id) };
    }
  }

  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    rooms
      .look()
      .catch(report)
      .finally(() => (looking = false));
  }, POLL_MS);

  return {
    visible: rooms.tell,
    working: (conversation, on) => rooms.emit(conversation, 'typing', { on }),
    writing: (conversation, text) => rooms.emit(conversation, 'writing', { text }),
    close: () => clearInterval(timer),
  };
}

interface Arrival {
  room: Room;
  feed: Feed;
  visitor: VisitorActor;
  after: number;
}
