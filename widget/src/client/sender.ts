import type { Backoff } from './backoff.ts';
import { toChatError } from './chat-error.ts';
import type { Outbox, OutboxItem } from './outbox.ts';
import type { Accepted } from './types.ts';

export interface SenderOptions {
  outbox: Outbox;
  deliver(item: OutboxItem): Promise<Accepted>;
  onAccepted(item: OutboxItem, accepted: Accepted): void;
  /** The server refuses this item for ever. */
  onRefused(): void;
  backoff: Backoff;
}

/** Sends what waits in the outbox, one after the other, each with its own id until the server holds or refuses it. */
export class Sender {
  readonly #options: SenderOptions;
  #isBusy = false;
  #isStopped = false;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  async flush(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    const { outbox } = this.#options;
    for (let item = outbox.next; item && !this.#isStopped; item = outbox.next) await this.#attempt(item);
    this.#isBusy = false;
  }

  /** Tries now instead of later. */
  wake(): void {
    this.#options.backoff.skip();
  }

  stop(): void {
    this.#isStopped = true;
    this.wake();
  }

  async #attempt(item: OutboxItem): Promise<void> {
    const { outbox, deliver, onAccepted, onRefused, backoff } = this.#options;
    try {
      const accepted = await deliver(item);
      backoff.reset();
      if (outbox.remove(item.id)) onAccepted(item, accepted);
    } catch (thrown) {
      const error = toChatError(thrown);
      if (error.isFinal) {
        outbox.mark(item.id, error.problem);
        onRefused();
        return;
      }
      await backoff.wait(error.retryAfterMs);
    }
  }
}
