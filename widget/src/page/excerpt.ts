import type { ChatMessage } from '../client/types.ts';

/** So many messages are in the page while its end is followed, so many at the most, and so many it moves by. */
const FOLLOWED = 100;
const MOST = 200;
const STEP = 50;

/** Which part of a dialogue is in the page, however long it is: its end, or what the reader went up to. */
export class Excerpt {
  /** Id of the first message of the part; null: the end is followed. */
  #first: string | null = null;

  /** The part: indices of its first message and of the one behind its last. */
  of(messages: readonly ChatMessage[]): { from: number; to: number } {
    const held = messages.findIndex(({ id }) => id === this.#first);
    if (held < 0) return { from: Math.max(0, messages.length - FOLLOWED), to: messages.length };
    return { from: held, to: Math.min(held + MOST, messages.length) };
  }

  /** Stays where it is while messages come. */
  hold(messages: readonly ChatMessage[]): void {
    this.#first = messages[this.of(messages).from]?.id ?? null;
  }

  /** Goes along with the messages that come. */
  follow(): void {
    this.#first = null;
  }

  /** Goes up; false: there is nothing further up. */
  up(messages: readonly ChatMessage[]): boolean {
    return this.#move(messages, Math.max(0, this.of(messages).from - STEP));
  }

  /** Goes down; false: there is nothing further down. */
  down(messages: readonly ChatMessage[]): boolean {
    const { from, to } = this.of(messages);
    return to < messages.length && this.#move(messages, from + STEP);
  }

  #move(messages: readonly ChatMessage[], from: number): boolean {
    if (from === this.of(messages).from) return false;
    this.#first = messages[from]?.id ?? null;
    return true;
  }
}
