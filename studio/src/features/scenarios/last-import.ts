import type { DocumentStore, Entry } from '../../document/index.ts';

/** The import that made the document what it is now; undefined where something else was done last. */
export function lastImport(store: DocumentStore): Entry | undefined {
  const { entries, position } = store.history();
  const last = entries[position - 1];
  return last?.name === 'document.import' ? last : undefined;
}
