import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import { toProblemJson } from '../../platform/errors/problem.ts';
import type { VisitorActor } from '../../platform/http/actor.ts';
import { forbiddenKey } from '../../platform/http/forbidden-keys.ts';
import { problemOf } from '../../platform/http/problem-handler.ts';
import { commonProblems } from '../../platform/errors/common.ts';
import type { Runtime, Visible } from '../../runtime/index.ts';
import type { Conversations } from './operations/conversations.ts';
import { Incoming } from './incoming.ts';
import { viewMessage } from './view.ts';

/** Tells connected clients what became visible. */
export interface Hub {
  visible(update: Visible): void;
  working(conversation: string, on: boolean): void;
}

export interface SocketsOptions {
  server: HttpServer;
  conversations: Conversations;
  runtime: Runtime;
  corsOrigins: readonly string[];
  report(error: unknown): void;
}

const POLL_MS = 1_000;
const PAGE = 500;
const Auth = z.object({ token: z.string().max(2_000), after: z.int().min(0).default(0) });

/**
 * The live side of the web channel, namespace `/chat`. A client is told `messages { messages, from, to }`: what became visible after
 * cursor `from`. What another process committed is found by looking, so a client may be connected to any of them.
 */
export function attachSockets({
  server,
  conversations,
  runtime,
  corsOrigins,
  report,
}: SocketsOptions): Hub & { close(): Promise<void> } {
  const io = new Server(server, { serveClient: false, maxHttpBufferSize: 100_000, cors: { origin: [...corsOrigins] } });
  const chat = io.of('/chat');
  const flood = new RateLimiterMemory({ points: 50, duration: 1 });
  /** The cursor up to which each connected conversation was told. */
  const told = new Map<string, number>();

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
    const id = visitor.conversation;
    void socket.join(id);
    catchUp(socket, visitor, after).catch(report);
    socket.on('message', (payload: unknown, acknowledge: unknown) => {
      if (typeof acknowledge === 'function')
        void receive(socket, visitor, payload).then((answer) => (acknowledge as (answer: unknown) => void)(answer));
    });
    socket.on('disconnect', () => {
      if (!chat.adapter.rooms.has(id)) told.delete(id);
    });
  });

  async function catchUp(socket: Socket, visitor: VisitorActor, after: number): Promise<void> {
    for (let from = after, more = true; more;) {
      const page = await conversations.messages(visitor, visitor.conversation, { after: from, limit: PAGE });
      socket.emit('messages', { messages: page.messages.map(viewMessage), from, to: Math.max(page.lastSeq, from) });
      told.set(visitor.conversation, Math.max(told.get(visitor.conversation) ?? 0, page.lastSeq));
      from = page.lastSeq;
      more = page.more;
    }
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

  function visible({ conversation, from, to, messages, over }: Visible): void {
    const before = told.get(conversation);
    if (before === undefined || before >= to) return;
    told.set(conversation, to);
    chat.to(conversation).emit('messages', { messages: messages.map(viewMessage), from, to });
    chat.to(conversation).emit('status', { status: over ? 'closed' : 'open' });
  }

  async function look(): Promise<void> {
    const ids = [...told.keys()];
    for (let i = 0; i < ids.length; i += PAGE) {
      const changed = await runtime.store.beyond(ids.slice(i, i + PAGE).map((id) => ({ id, seq: told.get(id) ?? 0 })));
      for (const conversation of changed) {
        const from = told.get(conversation._id) ?? 0;
        const { messages, lastSeq } = await runtime.messages(conversation, from, PAGE);
        const over = conversation.run !== null && conversation.run.status !== 'waiting';
        visible({ conversation: conversation._id, from, to: lastSeq, messages, over });
      }
    }
  }

  let looking = false;
  const timer = setInterval(() => {
    if (looking || told.size === 0) return;
    looking = true;
    look()
      .catch(report)
      .finally(() => (looking = false));
  }, POLL_MS);

  return {
    visible,
    working: (conversation, on) => void chat.to(conversation).emit('typing', { on }),
    async close() {
      clearInterval(timer);
      await io.close();
    },
  };
}
