import type { Backoff } from './backoff.ts';
import { toChatError } from './chat-error.ts';
import type { Outbox, OutboxItem } from './outbox.ts';
import type { Accepted } from './types.ts';

export interface SenderOptions {
  outbox: Outbox;
  /** Hands an item to the server; `tries` is how often that was tried before. */
  deliver(item: OutboxItem, tries: number): Promise<Accepted>;
  onAccepted(item: OutboxItem, accepted: Accepted): void;
  /** The server refuses this item for ever, or failed at it too often. */
  onRefused(): void;
  backoff: Backoff;
}

/** With the waits between them this is longer than a server takes to be replaced by another. */
const MOST_FAILURES = 8;

/**
 * Sends what waits in the outbox, one after the other, each with its own id until the server holds or refuses it. An item at which the
 * server fails again and again is marked and passed over, so that it does not keep back what was said after it.
 */
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
    for (let item = outbox.next; item && !this.#isStopped; item = outbox.next) await this.#send(item);
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

  async #send(item: OutboxItem): Promise<void> {
    const { outbox, deliver, onAccepted, onRefused, backoff } = this.#options;
    for (let tries = 0, failures = 0; outbox.next === item && !this.#isStopped; tries += 1) {
      try {
        const accepted = await deliver(item, tries);
        if (outbox.remove(item.id)) onAccepted(item, accepted);
      } catch (thrown) {
        const error = toChatError(thrown);
        if (error.isFailure) failures += 1;
        if (error.isFinal || failures === MOST_FAILURES) {
          outbox.mark(item.id, error.problem);
          onRefused();
        } else await backoff.wait(error.retryAfterMs);
      }
    }
    backoff.reset();
  }
}
