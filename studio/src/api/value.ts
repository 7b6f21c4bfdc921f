import { useSyncExternalStore } from 'react';

/** One value that components and other code share. */
export interface Value<T> {
  get(): T;
  set(next: T): void;
  /** Resolves when it is so. */
  until(is: (value: T) => boolean): Promise<void>;
  use(): T;
}

export function createValue<T>(first: T): Value<T> {
  let value = first;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    until: (is) =>
      new Promise((resolve) => {
        if (is(value)) return resolve();
        const leave = subscribe(() => {
          if (!is(value)) return;
          leave();
          resolve();
        });
      }),
    use: () => useSyncExternalStore(subscribe, () => value),
  };
}
