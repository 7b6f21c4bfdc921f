import type { Json } from '@scenarium/language';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Server, Socket } from 'socket.io';
import { z } from 'zod';
import type { UserActor } from '../../platform/http/actor.ts';
import { GONE_AFTER_MS, type Editors } from './editors.ts';
import { readTopic, type Topics } from './topics.ts';

export interface StudioFeed {
  close(): void;
}

export interface StudioFeedOptions {
  io: Server;
  topics: Topics;
  editors: Editors;
  /** Who holds an access token. Rejects where nobody does. */
  verify(token: string): Promise<UserActor>;
  nameOf(user: { tenant: string; id: string }): Promise<string>;
  report(error: unknown): void;
}

const LOOK_MS = 1_000;
/** How often it is asked again whether somebody may still watch. */
const VERIFY_EVERY = 5;
const MOST_TOPICS = 20;

const Auth = z.object({ token: z.string().max(4_000) });
const TopicName = z.string().max(200);
const Here = z.object({ scenario: z.string().max(100), step: z.string().max(200).nullable() });

interface Watcher {
  socket: Socket;
  token: string;
  actor: UserActor;
  name: string;
  topics: Set<string>;
}

/**
 * Tells open studios what changed, namespace `/studio`: whoever says `watch <topic>` hears `changed { topic, state }` at once and whenever
 * the state is another one. What other servers changed is found by looking. `here { scenario, step }` shows to others who has
 * a draft open.
 */
export function attachStudioFeed({ io, topics, editors, verify, nameOf, report }: StudioFeedOptions): StudioFeed {
  const studio = io.of('/studio');
  const watchers = new Set<Watcher>();
  /** What was told last, by room. */
  const told = new Map<string, string>();
  const flood = new RateLimiterMemory({ points: 50, duration: 1 });

  studio.use((socket, next) => {
    const auth = Auth.safeParse(socket.handshake.auth);
    if (!auth.success) return next(new Error('unauthenticated'));
    const { token } = auth.data;
    verify(token)
      .then(async (actor) => {
        socket.data = { token, actor, name: await nameOf(actor) };
        next();
      })
      .catch(() => next(new Error('unauthenticated')));
  });

  studio.on('connection', (socket) => {
    const { token, actor, name } = socket.data as Pick<Watcher, 'token' | 'actor' | 'name'>;
    const watcher: Watcher = { socket, token, actor, name, topics: new Set() };
    watchers.add(watcher);
    hear(socket, 'watch', TopicName, (topic) => watch(watcher, topic));
    hear(socket, 'unwatch', TopicName, async (topic) => {
      watcher.topics.delete(topic);
      await socket.leave(roomOf(watcher, topic));
    });
    hear(socket, 'here', Here, async ({ scenario, step }) => {
      if (!actor.can('scenarios:read')) return;
      await editors.here({ tenant: actor.tenant, scenario }, { id: socket.id, user: actor.id, name, step });
      await tellRoom(watcher, `scenario:${scenario}`);
    });
    hear(socket, 'gone', z.unknown(), () => editors.leave(socket.id));
    socket.on('disconnect', () => {
      watchers.delete(watcher);
      editors.leave(socket.id).catch(report);
    });
  });

  /** Listens to one kind of message. What is not understood is not answered; who sends too many is disconnected. */
  function hear<T>(socket: Socket, event: string, schema: z.ZodType<T>, answer: (payload: T) => Promise<void>): void {
    socket.on(event, (payload: unknown) => {
      const parsed = schema.safeParse(payload);
      flood
        .consume(socket.id)
        .catch(() => void socket.disconnect(true))
        .then(() => (parsed.success && socket.connected ? answer(parsed.data) : undefined))
        .catch(report);
    });
  }

  async function watch(watcher: Watcher, name: string): Promise<void> {
    const watched = readTopic(topics, name);
    if (!watched || watcher.topics.size >= MOST_TOPICS || !watcher.actor.can(watched.topic.permission)) return;
    watcher.topics.add(name);
    const room = roomOf(watcher, name);
    await watcher.socket.join(room);
    const state: Json = await watched.topic.state(watcher.actor.tenant, watched.id);
    if (!told.has(room)) told.set(room, JSON.stringify(state));
    watcher.socket.emit('changed', { topic: name, state });
  }

  async function tellRoom({ actor: { tenant } }: Pick<Watcher, 'actor'>, name: string): Promise<void> {
    const watched = readTopic(topics, name);
    if (!watched) return;
    const room = `${tenant} ${name}`;
    const state: Json = await watched.topic.state(tenant, watched.id);
    const now = JSON.stringify(state);
    if (told.get(room) === now) return;
    told.set(room, now);
    studio.to(room).emit('changed', { topic: name, state });
  }

  async function look(): Promise<void> {
    const rooms = new Map<string, [Watcher, string]>();
    for (const watcher of watchers)
      for (const name of watcher.topics) rooms.set(roomOf(watcher, name), [watcher, name]);
    for (const room of told.keys()) if (!rooms.has(room)) told.delete(room);
    for (const [watcher, name] of rooms.values()) await tellRoom(watcher, name);
  }

  /** Whoever signed out, lost the right or whose token is over watches no longer; a studio comes back with a new token. */
  async function verifyAgain(): Promise<void> {
    for (const watcher of watchers) {
      const actor = await verify(watcher.token).catch(() => null);
      const isAllowed = (name: string): boolean => actor?.can(readTopic(topics, name)?.topic.permission ?? '') ?? false;
      if (!actor || ![...watcher.topics].every(isAllowed)) watcher.socket.disconnect(true);
      else watcher.actor = actor;
    }
  }

  let looks = 0;
  let looking = false;
  async function round(): Promise<void> {
    looks += 1;
    if (looks % VERIFY_EVERY === 0) await verifyAgain();
    if (looks % (GONE_AFTER_MS / 3 / LOOK_MS) === 0) await editors.stay([...watchers].map(({ socket }) => socket.id));
    await look();
  }
  const timer = setInterval(() => {
    if (looking || watchers.size === 0) return;
    looking = true;
    round()
      .catch(report)
      .finally(() => (looking = false));
  }, LOOK_MS);

  return { close: () => clearInterval(timer) };
}

const roomOf = ({ actor: { tenant } }: Pick<Watcher, 'actor'>, name: string): string => `${tenant} ${name}`;
