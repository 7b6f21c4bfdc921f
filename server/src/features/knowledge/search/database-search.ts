import { setImmediate as breathe } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { Binary, type Collection, type Db } from 'mongodb';
import { BaseIndex, type BaseQuery, type Chunk, type Found } from './base-index.ts';

/** A chunk as MongoDB holds it. */
export type StoredChunk = Omit<Chunk, 'vector'> & { vector: Binary | null };

/** A chunk that was found. */
export interface Hit extends Omit<Found, 'id'> {
  chunk: FoundChunk;
  /** Place and score where a plugin found it, in a base outside. */
  outside?: { place: number; score: number };
}

/** `url`: where people can read it, when that is not its source. */
export type FoundChunk = Omit<Chunk, 'vector'> & { url?: string };

/** What the indexed documents of a base are: id → generation and number of chunks. */
export type Stock = ReadonlyMap<string, string>;

export interface SearchOptions {
  db: Db;
  /** The documents of a base that may be found, as they are now. */
  stock(tenant: string, base: string): Promise<Stock>;
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
  /** What was known is looked at again before the next search. */
  changed(tenant: string, base: string): void;
}

/** Chunks read and indexed between two breaths of the process. */
const AT_ONCE = 200;
/** Bases kept in memory. */
const MOST_BASES = 50;

interface Known {
  index: BaseIndex;
  stock: Map<string, string>;
  lookedAt: number;
}

/**
 * Search on indexes in memory that follow the database: before a search, at most once in `freshMs`, the documents of the base are
 * compared with those in the index, and what another process added, replaced or removed is taken over document by document.
 */
export function createSearch({ db, stock, freshMs = 1_000 }: SearchOptions): Search {
  const chunks: Collection<StoredChunk> = db.collection('chunks');
  const bases = new LRUCache<string, Known>({ max: MOST_BASES });
  const following = new Map<string, Promise<Known>>();
  const keyOf = (tenant: string, base: string): string => `${tenant} ${base}`;

  async function indexOf(tenant: string, base: string): Promise<BaseIndex> {
    const key = keyOf(tenant, base);
    const known = bases.get(key);
    if (known && Date.now() - known.lookedAt < freshMs) return known.index;
    const underWay = following.get(key) ?? follow(tenant, base, known).finally(() => following.delete(key));
    following.set(key, underWay);
    return (await underWay).index;
  }

  async function follow(tenant: string, base: string, before: Known | undefined): Promise<Known> {
    const lookedAt = Date.now();
    const now = await stock(tenant, base);
    const isSame = ([document, signature]: [string, string]): boolean => now.get(document) === signature;
    const gone = [...(before?.stock ?? [])].filter((entry) => !isSame(entry)).map(([document]) => document);
    for (const document of gone) before?.index.remove(document);
    const isUsable = before && !before.index.isWasteful;
    const known = isUsable ? before : { index: new BaseIndex(), stock: new Map<string, string>(), lookedAt };
    for (const document of gone) known.stock.delete(document);
    const missing = [...now].filter(([document]) => !known.stock.has(document)).sort(([a], [b]) => (a < b ? -1 : 1));
    await load(known, { tenant, base, missing });
    known.lookedAt = lookedAt;
    bases.set(keyOf(tenant, base), known);
    return known;
  }

  async function load(
    { index, stock: indexed }: Known,
    { tenant, base, missing }: { tenant: string; base: string; missing: [string, string][] },
  ): Promise<void> {
    for (let i = 0; i < missing.length; i += AT_ONCE) {
      const some = missing.slice(i, i + AT_ONCE);
      const wanted = new Map(some.map(([document, signature]) => [document, Number(signature.split(':')[0])]));
      const cursor = chunks
        .find({ tenant, base, document: { $in: [...wanted.keys()] } })
        .sort({ _id: 1 })
        .batchSize(AT_ONCE);
      let count = 0;
      for await (const chunk of cursor) {
        if (chunk.generation === wanted.get(chunk.document)) index.add({ ...chunk, vector: numbersOf(chunk.vector) });
        count += 1;
        if (count % AT_ONCE === 0) await breathe();
      }
      for (const [document, signature] of some) indexed.set(document, signature);
    }
  }

  return {
    async prepare() {
      await chunks.createIndex({ tenant: 1, base: 1, document: 1, generation: 1 });
    },
    async search(tenant, names, query) {
      const found = await Promise.all(names.map(async (base) => (await indexOf(tenant, base)).search(query)));
      const best = found
        .flat()
        .sort((a, b) => b.score - a.score)
        .slice(0, query.limit);
      const ids = best.map(({ id }) => id);
      const stored = await chunks.find({ tenant, _id: { $in: ids } }, { projection: { vector: 0 } }).toArray();
      const byId = new Map(stored.map((chunk) => [chunk._id, chunk]));
      return best.flatMap(({ id, ...places }) => {
        const chunk = byId.get(id);
        return chunk ? [{ ...places, chunk }] : [];
      });
    },
    async weights(tenant, names, text) {
      // Of what lies outside nothing is counted: all terms tell the same.
      if (names.length === 0) return new BaseIndex().weights(text);
      const all = await Promise.all(names.map(async (base) => (await indexOf(tenant, base)).weights(text)));
      const merged = new Map<string, number>();
      for (const weights of all)
        for (const [term, weight] of weights) merged.set(term, Math.min(weight, merged.get(term) ?? Infinity));
      return merged;
    },
    changed(tenant, base) {
      const known = bases.get(keyOf(tenant, base));
      if (known) known.lookedAt = 0;
    },
  };
}

/** Vectors are kept as little-endian 32-bit numbers. */
export function numbersOf(vector: Binary | null | undefined): Float32Array | null {
  if (!vector) return null;
  const bytes = vector.buffer;
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + vector.length()));
}

export function binaryOf(vector: readonly number[] | Float32Array): Binary {
  const numbers = Float32Array.from(vector);
  return new Binary(Buffer.from(numbers.buffer));
}
