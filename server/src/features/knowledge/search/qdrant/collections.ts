import { QdrantError, type QdrantClient } from './qdrant-client.ts';

/** Ours among the collections of a Qdrant. */
const PREFIX = 'scenarium-chunks-';
/** What is filtered by. Qdrant keeps the points of one organisation together. */
const INDEXED = [
  { field_name: 'tenant', field_schema: { type: 'keyword', is_tenant: true } },
  { field_name: 'base', field_schema: 'keyword' },
  { field_name: 'version', field_schema: 'keyword' },
  { field_name: 'source', field_schema: 'keyword' },
] as const;

/** The collections for vectors, one for each size. */
export interface Collections {
  nameOf(size: number): string;
  /** Those that exist. */
  names(): Promise<string[]>;
  /** Makes the collection for a size where there is none; answers its name. */
  ensure(size: number): Promise<string>;
  /** Does something with a collection that should exist; one that was removed is made anew the next time. */
  known<T>(name: string, work: () => Promise<T>): Promise<T>;
}

export function createCollections(call: QdrantClient['call']): Collections {
  const ready = new Map<string, Promise<unknown>>();
  const nameOf = (size: number): string => `${PREFIX}${size}`;

  async function make(name: string, size: number): Promise<void> {
    const { exists } = await call<{ exists: boolean }>('GET', `/collections/${name}/exists`);
    if (!exists)
      // Another server may be first.
      await call('PUT', `/collections/${name}`, { vectors: { size, distance: 'Cosine' } }).catch((error: unknown) => {
        if (!(error instanceof QdrantError && error.status === 409)) throw error;
      });
    for (const index of INDEXED) await call('PUT', `/collections/${name}/index?wait=true`, index);
  }

  return {
    nameOf,
    async names() {
      const { collections } = await call<{ collections: { name: string }[] }>('GET', '/collections');
      return collections.map(({ name }) => name).filter((name) => name.startsWith(PREFIX));
    },
    async ensure(size) {
      const name = nameOf(size);
      const making = ready.get(name) ?? make(name, size);
      ready.set(name, making);
      await making.catch((error: unknown) => {
        ready.delete(name);
        throw error;
      });
      return name;
    },
    async known(name, work) {
      try {
        return await work();
      } catch (error) {
        if (error instanceof QdrantError && error.status === 404) ready.delete(name);
        throw error;
      }
    },
  };
}
