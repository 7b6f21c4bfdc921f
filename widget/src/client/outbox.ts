import { ChatError } from './chat-error.ts';
import { newId } from './new-id.ts';
import { keep, type Store } from './store.ts';
import type { Draft, Problem } from './types.ts';

/** Something said that the server has not acknowledged, or could not take (`problem`). */
export interface OutboxItem extends Draft {
  id: string;
  /** When it was said, in milliseconds since 1970; no two are equal. */
  at: number;
  problem?: Problem;
}

/**
 * What waits to be sent, in the order it was said. Every item has its own key in the store: tabs that share the store never overwrite
 * each other, and an item sent by two of them keeps its id, by which the server takes it once.
 */
export class Outbox {
  readonly #store: Store;
  readonly #prefix: string;
  readonly #limit: number;
  readonly #items: OutboxItem[];

  constructor(store: Store, prefix: string, limit: number) {
    this.#store = store;
    this.#prefix = prefix;
    this.#limit = limit;
    this.#items = readItems(store, prefix).slice(-limit);
  }

  get items(): readonly OutboxItem[] {
    return this.#items;
  }

  /** The first item that is not marked. */
  get next(): OutboxItem | undefined {
    return this.#items.find(({ problem }) => problem === undefined);
  }

  /** Keeps what was said. Throws `queue_full` when too much waits already. */
  add({ text, option }: Draft): OutboxItem {
    if (this.#items.length >= this.#limit) throw new ChatError(queueFull(this.#limit));
    const at = Math.max(Date.now(), (this.#items.at(-1)?.at ?? 0) + 1);
    const item = { id: newId(), at, ...(text !== undefined && { text }), ...(option !== undefined && { option }) };
    this.#items.push(item);
    this.#keep(item);
    return item;
  }

  /** Removes an item; returns it if it was there. */
  remove(id: string): OutboxItem | undefined {
    const index = this.#items.findIndex((item) => item.id === id);
    if (index < 0) return undefined;
    this.#store.removeItem(this.#prefix + id);
    return this.#items.splice(index, 1)[0];
  }

  /** Marks an item as failed; without a problem it waits to be sent again. */
  mark(id: string, problem?: Problem): void {
    const item = this.#items.find((candidate) => candidate.id === id);
    if (!item) return;
    if (problem) item.problem = problem;
    else delete item.problem;
    this.#keep(item);
  }

  #keep(item: OutboxItem): void {
    keep(this.#store, this.#prefix + item.id, JSON.stringify(item));
  }
}

function readItems(store: Store, prefix: string): OutboxItem[] {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index));
  return keys
    .filter((key) => key !== null && key.startsWith(prefix))
    .flatMap((key) => parseItem(store.getItem(key as string)) ?? [])
    .sort((a, b) => a.at - b.at);
}

function parseItem(text: string | null): OutboxItem | undefined {
  try {
    const item = JSON.parse(text ?? 'null') as Partial<OutboxItem> | null;
    return typeof item?.id === 'string' && typeof item.at === 'number' ? (item as OutboxItem) : undefined;
  } catch {
    return undefined;
  }
}

function queueFull(limit: number): Problem {
  const title = 'Too many messages wait to be sent';
  return {
    title,
    detail: `${title} (${limit}). Send again when the connection is back.`,
    code: 'queue_full',
    status: 0,
  };
}
