import type { Message } from './types.ts';

/** Messages by their place, each once, and the cursor up to which nothing is missing. */
export interface Timeline {
  add(messages: readonly Message[]): void;
  messages(): readonly Message[];
  has(id: string): boolean;
  cursor(): number;
  /** Nothing is missing up to here. */
  reach(seq: number): void;
  clear(): void;
}

export function createTimeline(): Timeline {
  const byId = new Map<string, Message>();
  let sorted: Message[] = [];
  let cursor = 0;
  return {
    add(messages) {
      for (const message of messages) byId.set(message.id, message);
      sorted = [...byId.values()].sort((a, b) => a.seq - b.seq);
    },
    messages: () => sorted,
    has: (id) => byId.has(id),
    cursor: () => cursor,
    reach(seq) {
      cursor = Math.max(cursor, seq);
    },
    clear() {
      byId.clear();
      sorted = [];
      cursor = 0;
    },
  };
}
