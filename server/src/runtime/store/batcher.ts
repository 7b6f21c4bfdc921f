/**
 * Group commit: items that arrive while a batch is under way leave together in the next. One round trip and one journal flush
 * then serve many conversations, and nothing waits when nothing is under way.
 */
export class Batcher<Item, Result> {
  readonly #flush: (items: Item[]) => Promise<Result[]>;
  readonly #largest: number;
  #waiting: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = [];
  #underWay = 0;

  /** @param flush answers one result per item, in order, or rejects for all. */
  constructor(flush: (items: Item[]) => Promise<Result[]>, largest = 200) {
    this.#flush = flush;
    this.#largest = largest;
  }

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (this.#underWay === 0) queueMicrotask(() => this.#next());
    });
  }

  #next(): void {
    if (this.#underWay > 0 || this.#waiting.length === 0) return;
    const batch = this.#waiting.splice(0, this.#largest);
    this.#underWay += 1;
    this.#flush(batch.map(({ item }) => item))
      .then(
        (results) => batch.forEach(({ resolve }, i) => resolve(results[i] as Result)),
        (error: unknown) => batch.forEach(({ reject }) => reject(error)),
      )
      .finally(() => {
        this.#underWay -= 1;
        this.#next();
      });
  }
}
