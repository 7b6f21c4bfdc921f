import type { Page, Range } from './api.ts';
import type { Backoff } from './backoff.ts';
import { Timeline } from './timeline.ts';
import type { Frame, Message } from './types.ts';

export interface HistoryOptions {
  /** Asks the server for messages, oldest first. */
  fetchPage(range: Range): Promise<Page>;
  /** Told of the messages that came. */
  onMessages(messages: readonly Message[]): void;
  backoff: Backoff;
}

/**
 * What one conversation has said, without holes, from the newest page on: what came before is loaded when it is wanted, and a frame
 * that does not begin at the cursor makes it ask for what is between.
 */
export class History {
  readonly #options: HistoryOptions;
  readonly #timeline = new Timeline();
  /** Everything from here … ; null before the newest page is here. */
  #first: number | null = null;
  /** … up to here is here. */
  #cursor = 0;
  /** Something is said up to this `seq`. */
  #known = 0;
  #hasEarlier = false;
  #loading: Promise<void> | null = null;
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

  /** Is there something before the first message? */
  get hasEarlier(): boolean {
    return this.#hasEarlier;
  }

  /** Fetches the newest page of what is said up to `seq`, once. Throws what the server answers. */
  async begin(seq: number): Promise<void> {
    if (this.#first !== null) return;
    await this.#fetchBefore(seq + 1);
    this.#cursor = Math.max(this.#cursor, seq);
  }

  /** Fetches the page before the first message; called again meanwhile it is the same page. Throws what the server answers. */
  loadEarlier(): Promise<void> {
    if (!this.#hasEarlier || this.#first === null) return Promise.resolve();
    return (this.#loading ??= this.#fetchBefore(this.#first).finally(() => (this.#loading = null)));
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
    if (this.#isFetching || this.#first === null) return;
    this.#isFetching = true;
    while (this.#cursor < this.#known && !this.#isStopped) await this.#fetchAfter();
    this.#isFetching = false;
  }

  /** Takes and fetches nothing any more. */
  stop(): void {
    this.#isStopped = true;
    this.#options.backoff.skip();
  }

  async #fetchBefore(before: number): Promise<void> {
    const { messages, more } = await this.#options.fetchPage({ before });
    this.#first = messages[0]?.seq ?? before;
    this.#hasEarlier = more;
    this.add(messages);
  }

  async #fetchAfter(): Promise<void> {
    const { fetchPage, backoff } = this.#options;
    // What became known before the request is in its answer; what becomes known meanwhile may not be.
    const known = this.#known;
    try {
      const { messages, lastSeq, more } = await fetchPage({ after: this.#cursor });
      this.add(messages);
      this.#cursor = Math.max(this.#cursor, lastSeq, more ? 0 : known);
      backoff.reset();
    } catch {
      await backoff.wait();
    }
  }
}
