/** Where the client keeps what must survive a reload: `localStorage`, or anything that behaves like it. */
export interface Store {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** A store that forgets with the page. */
export function createMemoryStore(): Store {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

/** Keeps a value where that is possible: a full or forbidden store only means that a reload forgets it. */
export function keep(store: Store, key: string, value: string): void {
  try {
    store.setItem(key, value);
  } catch {
    store.removeItem(key);
  }
}
