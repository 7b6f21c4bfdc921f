import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Accept } from './accept.ts';
import { ConversationActor } from './actor.ts';
import type { Clock } from './clock.ts';
import type { ConversationDocument, InboundRow } from './documents.ts';
import type { Ports } from './ports.ts';
import type { Store } from './store/store.ts';

export interface WorkerOptions {
  store: Store;
  ports: Ports;
  clock: Clock;
  leaseMs: number;
  /** Attempts that end with the holder's death before something is set aside. */
  mostAttempts: number;
  accept: Accept;
  committed(conversation: ConversationDocument): void;
  report(error: unknown, conversation: string): void;
}

/** What the conversations looked after by this process share. */
export interface WorkerContext extends WorkerOptions {
  /** This life of this process. */
  owner: string;
  /** Conversations as this process last committed them; may be out of date, which a commit finds out. */
  known: LRUCache<string, ConversationDocument>;
  stopping(): boolean;
}

export interface Worker {
  /** Sees to it that a conversation is looked after. */
  poke(conversation: string, news?: { row?: InboundRow; recover?: boolean }): void;
  /** How many conversations are being looked after. */
  busy(): number;
  /** Lets what is under way come to its end, for so long at the most. */
  stop(graceMs: number): Promise<void>;
}

export function createWorker(options: WorkerOptions): Worker {
  const actors = new Map<string, { actor: ConversationActor; done: Promise<void> }>();
  let stopping = false;
  const context: WorkerContext = {
    ...options,
    owner: randomUUID(),
    known: new LRUCache({ max: 5_000 }),
    stopping: () => stopping,
  };

  function poke(id: string, news: { row?: InboundRow; recover?: boolean } = {}): void {
    const found = actors.get(id);
    if (found) return found.actor.notice(news);
    if (stopping) return;
    const actor = new ConversationActor(id, context);
    actor.notice(news);
    const done = actor.live().finally(() => {
      actors.delete(id);
      if (actor.restless()) poke(id);
    });
    actors.set(id, { actor, done });
  }

  return {
    poke,
    busy: () => actors.size,
    async stop(graceMs) {
      stopping = true;
      for (const { actor } of actors.values()) actor.notice({});
      let timer: NodeJS.Timeout | undefined;
      const grace = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMs);
      });
      await Promise.race([Promise.all([...actors.values()].map(({ done }) => done)), grace]);
      clearTimeout(timer);
    },
  };
}
