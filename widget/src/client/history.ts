import type { Page } from './api.ts';
import type { Backoff } from './backoff.ts';
import { Timeline } from './timeline.ts';
import type { Frame, Message } from './types.ts';

export interface HistoryOptions {
  /** Asks the server for the messages after a cursor, oldest first. */
  fetchPage(after: number): Promise<Page>;
  /** Told of the messages that came. */
  onMessages(messages: readonly Message[]): void;
  backoff: Backoff;
}

/** What one conversation has said, without holes: a frame that does not begin at the cursor makes it ask for what is between. */
export class History {
  readonly #options: HistoryOptions;
  readonly #timeline = new Timeline();
  /** Everything up to this `seq` is here. */
  #cursor = 0;
  /** Something is said up to this `seq`. */
  #known = 0;
  #isFetching = false;
  #isStopped = false;

  constructor(options: HistoryOptions) {
    this.#options = options;
  }

  get cursor(): number {
    return this.#cursor;
  }

  get messages(): readonly Message[] {
    return this.#timeline.messages;
  }

  take({ messages, from, to }: Frame): void {
    this.add(messages);
    if (from <= this.#cursor) this.#cursor = Math.max(this.#cursor, to);
    void this.catchUp(to);
  }

  /** Takes in messages that say nothing about what lies before them. */
  add(messages: readonly Message[]): void {
    if (messages.length === 0 || this.#isStopped) return;
    this.#timeline.add(messages);
    this.#options.onMessages(messages);
  }

  /** Fetches until everything up to `seq` is here. */
  async catchUp(seq: number): Promise<void> {
    this.#known = Math.max(this.#known, seq);
    if (this.#isFetching) return;
    this.#isFetching = true;
    while (this.#cursor < this.#known && !this.#isStopped) await this.#fetch();
    this.#isFetching = false;
  }

  /** Takes and fetches nothing any more. */
  stop(): void {
    this.#isStopped = true;
    this.#options.backoff.skip();
  }

  async #fetch(): Promise<void> {
    const { fetchPage, backoff } = this.#options;
    // What became known before the request is in its answer; what becomes known meanwhile may not be.
    const known = this.#known;
    try {
      const { messages, lastSeq, more } = await fetchPage(this.#cursor);
      this.add(messages);
      this.#cursor = Math.max(this.#cursor, lastSeq, more ? 0 : known);
      backoff.reset();
    } catch {
      await backoff.wait();
    }
  }
}
