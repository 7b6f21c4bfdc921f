import type { Message } from './types.ts';

/** The messages that the server told of, each once, by `seq`, in whatever order and however often they arrive. */
export class Timeline {
  readonly #seen = new Map<string, Message>();
  #sorted: Message[] = [];

  get messages(): readonly Message[] {
    return this.#sorted;
  }

  /** Takes messages in; a later copy replaces an earlier one of the same id. */
  add(messages: readonly Message[]): void {
    for (const message of messages) this.#seen.set(message.id, message);
    this.#sorted = [...this.#seen.values()].sort((a, b) => a.seq - b.seq);
  }
}
