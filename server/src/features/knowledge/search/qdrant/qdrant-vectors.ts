import type { ChunkVector, DocumentVersion, NearChunk, Place, VectorStore } from '../vector-store.ts';
import { createCollections } from './collections.ts';
import { pointId } from './point-id.ts';
import { createQdrantClient, QdrantError, type QdrantOptions } from './qdrant-client.ts';

/** Vectors in Qdrant, and how it does. */
export interface QdrantVectors extends VectorStore {
  /** Asks it. @throws Error with words for an administrator */
  check(): Promise<void>;
  /** How the latest call went; true before the first one. */
  isWell(): boolean;
}

/** Values in one condition. */
const MOST_VALUES = 1_000;

/**
 * Vectors in Qdrant, by its REST API. A collection for each size of vectors holds those of all organisations, as Qdrant advises; every
 * call is filtered by organisation and base.
 */
export function createQdrantVectors(options: QdrantOptions): QdrantVectors {
  const { call } = createQdrantClient(options);
  const collections = createCollections(call);
  let well = true;

  async function noted<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      well = true;
      return result;
    } catch (error) {
      well = false;
      throw error;
    }
  }

  return {
    isRemote: true,
    isWell: () => well,
    check: () => noted(async () => void (await collections.names())),
    forget: () => undefined,
    upsert: (place, vectors) =>
      noted(async () => {
        for (const [size, some] of Map.groupBy(vectors, ({ vector }) => vector.length)) {
          const name = await collections.ensure(size);
          const points = some.map((vector) => pointOf(place, vector));
          await collections.known(name, () => call('PUT', `/collections/${name}/points?wait=true`, { points }));
        }
      }),
    remove: (place, versions) =>
      noted(async () => {
        for (const name of await collections.names())
          for (const filter of filtersOf(place, versions))
            await call('POST', `/collections/${name}/points/delete?wait=true`, { filter });
      }),
    search: (place, { vector, sources, limit }) =>
      noted(async () => {
        const body = {
          query: [...vector],
          filter: filterOf(place, sources.length > 0 ? { source: sources } : {}),
          limit,
          with_payload: ['chunk'],
        };
        const path = `/collections/${collections.nameOf(vector.length)}/points/query`;
        // Before the first vector of a size there is no collection for it.
        const found = await call<QueryResult>('POST', path, body).catch(unlessMissing({ points: [] }));
        return found.points.map(({ payload: { chunk: id }, score }): NearChunk => ({ id, score }));
      }),
    holds: (place, versions, wanted) =>
      noted(async () => {
        let count = 0;
        for (const name of await collections.names())
          for (const filter of filtersOf(place, versions))
            count += (
              await call<{ count: number }>('POST', `/collections/${name}/points/count`, { filter, exact: true })
            ).count;
        return count === wanted;
      }),
  };
}

interface QueryResult {
  points: { score: number; payload: { chunk: string } }[];
}

function pointOf(place: Place, { id: chunk, document, generation, source, vector }: ChunkVector) {
  const payload = { ...place, version: `${document}:${generation}`, source, chunk };
  return { id: pointId(place, chunk), vector: [...vector], payload };
}

/** One filter for each so many versions. */
function filtersOf(place: Place, versions: readonly DocumentVersion[]) {
  const keys = versions.map(({ document, generation }) => `${document}:${generation}`);
  const parts = Array.from({ length: Math.ceil(keys.length / MOST_VALUES) }, (_, i) =>
    keys.slice(i * MOST_VALUES, (i + 1) * MOST_VALUES),
  );
  return parts.map((version) => filterOf(place, { version }));
}

/** Everything must be so; of several values, one. */
function filterOf({ tenant, base }: Place, anyOf: Record<string, readonly string[]>) {
  return {
    must: [
      { key: 'tenant', match: { value: tenant } },
      { key: 'base', match: { value: base } },
      ...Object.entries(anyOf).map(([key, values]) => ({ key, match: { any: [...values] } })),
    ],
  };
}

function unlessMissing<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof QdrantError && error.status === 404) return instead;
    throw error;
  };
}
