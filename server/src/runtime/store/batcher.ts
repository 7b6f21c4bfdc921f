/** What one row or change can hold is bounded, so that so many of them fit into one message to the database. */
const MOST_ITEMS = 64;

/**
 * Group commit: items that arrive while a batch is under way leave together in the next. One round trip and one journal flush
 * then serve many conversations, and nothing waits when nothing is under way.
 */
export class Batcher<Item, Result> {
  readonly #flush: (items: Item[]) => Promise<Result[]>;
  readonly #waitMs: number;
  #waiting: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = [];
  #underWay = false;

  /**
   * @param flush answers one result per item, in order, or rejects for all
   * @param waitMs how long a first item waits for company: 0 for what somebody waits for, more for housekeeping
   */
  constructor(flush: (items: Item[]) => Promise<Result[]>, waitMs = 0) {
    this.#flush = flush;
    this.#waitMs = waitMs;
  }

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (this.#waiting.length > 1) return;
      if (this.#waitMs > 0) setTimeout(() => this.#next(), this.#waitMs);
      else setImmediate(() => this.#next());
    });
  }

  #next(): void {
    if (this.#underWay || this.#waiting.length === 0) return;
    const batch = this.#waiting.splice(0, MOST_ITEMS);
    this.#underWay = true;
    this.#flush(batch.map(({ item }) => item))
      .then(
        (results) => batch.forEach(({ resolve }, i) => resolve(results[i] as Result)),
        (error: unknown) => batch.forEach(({ reject }) => reject(error)),
      )
      .finally(() => {
        this.#underWay = false;
        this.#next();
      });
  }
}
