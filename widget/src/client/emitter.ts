/**
 * Typed events: `Events` maps a name to what its listeners are given.
 *
 * @example
 * const emitter = new Emitter<{ typing: boolean }>();
 * const stop = emitter.on('typing', (on) => show(on));
 */
export class Emitter<Events extends object> {
  readonly #listeners: { [K in keyof Events]?: Set<(value: Events[K]) => void> } = {};

  /** Calls `listener` on every event of that name until the returned function is called. */
  on<K extends keyof Events>(name: K, listener: (value: Events[K]) => void): () => void {
    const listeners = (this.#listeners[name] ??= new Set());
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  protected emit<K extends keyof Events>(name: K, value: Events[K]): void {
    for (const listener of this.#listeners[name] ?? []) listener(value);
  }
}
