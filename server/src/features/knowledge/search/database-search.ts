import type { Log } from '@scenarium/sdk';
import { LRUCache } from 'lru-cache';
import type { Collection, Db } from 'mongodb';
import { setTimeout as pause } from 'node:timers/promises';
import { BaseIndex, type BaseQuery, type Chunk, type Found } from './base-index.ts';
import { createMemoryVectors } from './memory-vectors.ts';
import { Slices } from './slices.ts';
import type { Stock, StoredChunk } from './stored.ts';
import { VectorFeed } from './vector-feed.ts';
import type { NearChunk, Place, VectorStore } from './vector-store.ts';

/** A chunk that was found. */
export interface Hit extends Omit<Found, 'id'> {
  chunk: FoundChunk;
  /** Place and score where a plugin found it, in a base outside. */
  outside?: { place: number; score: number };
}

/** `url`: where people can read it, when that is not its source. */
export type FoundChunk = Omit<Chunk, 'vector'> & { url?: string };

export interface SearchOptions {
  db: Db;
  /** The documents of a base that may be found, as they are now. */
  stock(tenant: string, base: string): Promise<Stock>;
  /** Where vectors lie; in memory when absent. */
  vectors?: VectorStore;
  log?: Log;
  /** How long a base is taken as it was. Milliseconds. */
  freshMs?: number;
}

/** Finds chunks of an organisation's knowledge bases. */
export interface Search {
  prepare(): Promise<void>;
  /** Chunks of the bases, the best first. */
  search(tenant: string, bases: readonly string[], query: BaseQuery): Promise<Hit[]>;
  /** Terms of a text and how much each tells in these bases. */
  weights(tenant: string, bases: readonly string[], text: string): Promise<Map<string, number>>;
  /** What was known is looked at again: soon in the background, and before the next search. */
  changed(tenant: string, base: string): void;
  /** Loads bases one after another in the background, as many as are kept, so that no search has to wait for that. */
  warm(places: readonly Place[]): Promise<void>;
  /** Ends what goes on in the background. */
  stop(): void;
}

/** Chunks read together. */
const AT_ONCE = 100;
/** Documents looked up together. */
const DOCUMENTS = 200;
/** Bases kept in memory. */
const MOST_BASES = 50;
/** A change is followed after so long, together with others. Milliseconds. */
const SOON_MS = 300;
/** A search waits so long for vectors on their way to a store outside. Milliseconds. */
const PATIENCE_MS = 2_000;

interface Known {
  index: BaseIndex;
  stock: Map<string, string>;
  feed: VectorFeed;
  lookedAt: number;
}

/**
 * Search on indexes in memory that follow the database: before a search, at most once in `freshMs`, the documents of the base are
 * compared with those in the index, and what another process added, replaced or removed is taken over document by document.
 */
export function createSearch({
  db,
  stock,
  vectors = createMemoryVectors(),
  log,
  freshMs = 1_000,
}: SearchOptions): Search {
  const chunks: Collection<StoredChunk> = db.collection('chunks');
  const slices = new Slices();
  const bases = new LRUCache<string, Known>({
    max: MOST_BASES,
    dispose(_known, key, reason) {
      if (reason !== 'evict') return;
      const [tenant = '', base = ''] = key.split(' ');
      vectors.forget({ tenant, base });
    },
  });
  const following = new Map<string, Promise<Known>>();
  const soon = new Map<string, NodeJS.Timeout>();
  /** Bases that changed since they were looked at. */
  const stale = new Set<string>();
  let stopped = false;
  const keyOf = ({ tenant, base }: Place): string => `${tenant} ${base}`;

  function fresh(key: string): Known | undefined {
    const before = bases.get(key);
    return before && !stale.has(key) && Date.now() - before.lookedAt < freshMs ? before : undefined;
  }

  async function known(place: Place): Promise<Known> {
    const key = keyOf(place);
    const before = fresh(key);
    if (before) return before;
    const underWay = following.get(key);
    if (underWay && !stale.has(key)) return underWay;
    if (underWay) {
      // It may have missed what has changed since it began.
      await underWay.catch(() => undefined);
      return known(place);
    }
    const begun = follow(place, bases.get(key))
      .catch((error: unknown) => {
        stale.add(key);
        throw error;
      })
      .finally(() => following.delete(key));
    following.set(key, begun);
    return begun;
  }

  async function indexOf(place: Place): Promise<BaseIndex> {
    return (fresh(keyOf(place)) ?? (await slices.urgently(place, async () => known(place)))).index;
  }

  async function follow(place: Place, before: Known | undefined): Promise<Known> {
    stale.delete(keyOf(place));
    const lookedAt = Date.now();
    const now = await stock(place.tenant, place.base);
    const isSame = ([document, signature]: [string, string]): boolean => now.get(document) === signature;
    const gone = [...(before?.stock ?? [])].filter((entry) => !isSame(entry)).map(([document]) => document);
    for (const document of gone) before?.index.remove(document);
    const feed = before?.feed ?? new VectorFeed({ store: vectors, chunks, place, slices, log });
    const isUsable = before && !before.index.isWasteful;
    const next = isUsable ? before : { index: new BaseIndex(), stock: new Map<string, string>(), feed, lookedAt };
    for (const document of gone) next.stock.delete(document);
    const missing = [...now].filter(([document]) => !next.stock.has(document)).sort(([a], [b]) => (a < b ? -1 : 1));
    await load(next, place, missing);
    const fed = feed.follow(now);
    await (vectors.isRemote ? Promise.race([fed, pause(PATIENCE_MS, undefined, { ref: false })]) : fed);
    next.lookedAt = lookedAt;
    bases.set(keyOf(place), next);
    return next;
  }

  async function load({ index, stock: indexed }: Known, place: Place, missing: [string, string][]): Promise<void> {
    for (let i = 0; i < missing.length; i += DOCUMENTS) {
      const some = missing.slice(i, i + DOCUMENTS);
      const wanted = new Map(some.map(([document, signature]) => [document, Number(signature.split(':')[0])]));
      const filter = { ...place, document: { $in: [...wanted.keys()] } };
      const cursor = chunks
        .find(filter, { projection: { vector: 0 } })
        .sort({ _id: 1 })
        .batchSize(AT_ONCE);
      for await (const chunk of cursor) {
        if (chunk.generation === wanted.get(chunk.document)) index.add(chunk);
        await slices.breathe(place);
      }
      for (const [document, signature] of some) indexed.set(document, signature);
    }
  }

  async function nearest(
    place: Place,
    { text: _, vector, mode, sources = [], limit }: BaseQuery,
  ): Promise<NearChunk[]> {
    if (!vector || mode === 'text') return [];
    try {
      return await vectors.search(place, { vector, sources, limit: Math.max(DEPTH, limit) });
    } catch (error) {
      // Full text still finds what vectors would have found too.
      log?.warn({ ...place, err: error as Error }, 'vectors could not be searched');
      return [];
    }
  }

  /** The best chunks, and how many of them are not stored any more. */
  async function look(
    tenant: string,
    names: readonly string[],
    query: BaseQuery,
  ): Promise<{ hits: Hit[]; missing: number }> {
    const found = await Promise.all(
      names.map(async (base) => {
        const index = await indexOf({ tenant, base });
        return index.search(query, await nearest({ tenant, base }, query));
      }),
    );
    const best = found
      .flat()
      .sort((a, b) => b.score - a.score)
      .slice(0, query.limit);
    const ids = best.map(({ id }) => id);
    const stored = await chunks.find({ tenant, _id: { $in: ids } }, { projection: { vector: 0 } }).toArray();
    const byId = new Map(stored.map((chunk) => [chunk._id, chunk]));
    const hits = best.flatMap(({ id, ...places }) => {
      const chunk = byId.get(id);
      return chunk ? [{ ...places, chunk }] : [];
    });
    return { hits, missing: best.length - hits.length };
  }

  async function follows(place: Place): Promise<void> {
    if (stopped) return;
    await known(place).catch((error: unknown) => {
      if (!stopped) log?.warn({ ...place, err: error as Error }, 'a base could not be loaded');
    });
  }

  return {
    async prepare() {
      await chunks.createIndex({ tenant: 1, base: 1, document: 1, generation: 1 });
    },
    async search(tenant, names, query) {
      const found = await look(tenant, names, query);
      if (found.missing === 0) return found.hits;
      // Replaced by another process since the index was made.
      for (const base of names) stale.add(keyOf({ tenant, base }));
      return (await look(tenant, names, query)).hits;
    },
    async weights(tenant, names, text) {
      // Of what lies outside nothing is counted: all terms tell the same.
      if (names.length === 0) return new BaseIndex().weights(text);
      const all = await Promise.all(names.map(async (base) => (await indexOf({ tenant, base })).weights(text)));
      const merged = new Map<string, number>();
      for (const weights of all)
        for (const [term, weight] of weights) merged.set(term, Math.min(weight, merged.get(term) ?? Infinity));
      return merged;
    },
    changed(tenant, base) {
      const place = { tenant, base };
      const key = keyOf(place);
      stale.add(key);
      if (stopped || soon.has(key)) return;
      const catchUp = (): void => {
        soon.delete(key);
        void follows(place);
      };
      soon.set(key, setTimeout(catchUp, SOON_MS).unref());
    },
    async warm(places) {
      for (const place of places.slice(0, MOST_BASES)) await follows(place);
    },
    stop() {
      stopped = true;
      for (const timer of soon.values()) clearTimeout(timer);
      soon.clear();
    },
  };
}

/** Each ranking is fused from so many of its best. */
const DEPTH = 100;
