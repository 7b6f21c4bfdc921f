/**
 * Things in order, each found by its key. A change touches one entry; the order is only walked when a thing comes, goes or moves.
 */
export class Table<V> {
  readonly #items: Map<string, V>;
  readonly #order: string[];

  constructor(entries: Iterable<readonly [string, V]>) {
    this.#items = new Map(entries);
    this.#order = [...this.#items.keys()];
  }

  get size(): number {
    return this.#order.length;
  }

  get keys(): readonly string[] {
    return this.#order;
  }

  get(key: string): V | undefined {
    return this.#items.get(key);
  }

  position(key: string): number {
    return this.#items.has(key) ? this.#order.indexOf(key) : -1;
  }

  insert(key: string, value: V, position: number): void {
    this.#items.set(key, value);
    if (position >= this.#order.length) this.#order.push(key);
    else this.#order.splice(position, 0, key);
  }

  replace(key: string, value: V): void {
    this.#items.set(key, value);
  }

  remove(key: string): void {
    this.#order.splice(this.#order.lastIndexOf(key), 1);
    this.#items.delete(key);
  }

  values(): V[] {
    return this.#order.map((key) => this.#items.get(key) as V);
  }

  entries(): [string, V][] {
    return this.#order.map((key) => [key, this.#items.get(key) as V]);
  }
}
