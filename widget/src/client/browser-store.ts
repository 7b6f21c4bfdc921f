import { createMemoryStore, type Store } from './store.ts';

/** The browser's `localStorage`; memory where it is forbidden, and where there is none. */
export function browserStore(): Store {
  try {
    return globalThis.localStorage ?? createMemoryStore();
  } catch {
    return createMemoryStore();
  }
}
