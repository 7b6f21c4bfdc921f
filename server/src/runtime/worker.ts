import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Accept } from './accept.ts';
import { ConversationActor, type News } from './actor.ts';
import type { Clock } from './clock.ts';
import type { ConversationDocument } from './documents.ts';
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
  /** Does one of these after another. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export interface Worker {
  /** Sees to it that a conversation is looked after. */
  poke(conversation: string, news?: News): void;
  /** How many conversations are being looked after. */
  busy(): number;
  /** Lets what is under way come to its end, for so long at the most. */
  stop(graceMs: number): Promise<void>;
}

export function createWorker(options: WorkerOptions): Worker {
  const actors = new Map<string, { actor: ConversationActor; done: Promise<void> }>();
  let stopping = false;
  let last: Promise<unknown> = Promise.resolve();
  const context: WorkerContext = {
    ...options,
    owner: randomUUID(),
    known: new LRUCache({ max: 5_000 }),
    stopping: () => stopping,
    alone(work) {
      const mine = last.then(work, work);
      last = mine;
      return mine;
    },
  };

  function poke(id: string, { row, recover }: News = {}): void {
    const found = actors.get(id);
    // Looked after here already: slow, not forgotten.
    if (found) return found.actor.notice(row ? { row } : {});
    if (stopping) return;
    const actor = new ConversationActor(id, context);
    actor.notice({ ...(row && { row }), ...(recover && { recover }) });
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
      await Promise.all(
        [...actors.values()].map(({ actor }) =>
          actor.release().catch((error: unknown) => options.report(error, actor.id)),
        ),
      );
    },
  };
}
