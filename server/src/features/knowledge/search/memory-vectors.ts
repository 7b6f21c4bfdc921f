import { VectorIndex } from './vector-index.ts';
import type { ChunkVector, NearChunk, Place, VectorStore } from './vector-store.ts';

/** Vectors in the memory of this process. */
export function createMemoryVectors(): VectorStore {
  const bases = new Map<string, MemoryBase>();
  const keyOf = ({ tenant, base }: Place): string => `${tenant} ${base}`;
  return {
    isRemote: false,
    async upsert(place, vectors) {
      const base = bases.get(keyOf(place)) ?? new MemoryBase();
      bases.set(keyOf(place), base);
      for (const vector of vectors) base.add(vector);
    },
    async remove(place, versions) {
      const base = bases.get(keyOf(place));
      for (const { document, generation } of versions) base?.remove(document, generation);
    },
    async search(place, { vector, sources, limit }) {
      return bases.get(keyOf(place))?.search(vector, sources, limit) ?? [];
    },
    holds: async () => false,
    forget: (place) => void bases.delete(keyOf(place)),
  };
}

/** Of so many entries that many must be gone before the rest is indexed anew. */
const WASTE = 0.3;

type Entry = Omit<ChunkVector, 'vector'>;

class MemoryBase {
  /** By the size of vectors: those of different models cannot be compared. */
  readonly #indexes = new Map<number, VectorIndex>();
  /** By the numbers that the indexes know; undefined: gone. */
  #entries: (Entry | undefined)[] = [];
  readonly #numbers = new Map<string, number>();

  add({ vector, ...entry }: ChunkVector): void {
    this.#drop(entry.id);
    const number = this.#entries.push(entry) - 1;
    this.#numbers.set(entry.id, number);
    const index = this.#indexes.get(vector.length) ?? new VectorIndex();
    this.#indexes.set(vector.length, index);
    index.add(number, vector);
  }

  remove(document: string, generation: number): void {
    for (const entry of this.#entries)
      if (entry?.document === document && entry.generation === generation) this.#drop(entry.id);
    this.#compact();
  }

  search(vector: Float32Array, sources: readonly string[], limit: number): NearChunk[] {
    const wanted = sources.length > 0 ? new Set(sources) : null;
    const accepts = (number: number): boolean => {
      const entry = this.#entries[number];
      return entry !== undefined && (!wanted || wanted.has(entry.source));
    };
    const ranked = this.#indexes.get(vector.length)?.search(vector, { limit, accepts }) ?? [];
    return ranked.map(({ id, score }) => ({ id: (this.#entries[id] as Entry).id, score }));
  }

  #drop(id: string): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#entries[number] = undefined;
    this.#numbers.delete(id);
  }

  /** Gives the room of what is gone back, when it is much. */
  #compact(): void {
    if (this.#numbers.size >= this.#entries.length * (1 - WASTE)) return;
    const before = this.#entries;
    const indexes = [...this.#indexes.values()];
    this.#entries = [];
    this.#numbers.clear();
    this.#indexes.clear();
    for (const index of indexes)
      for (const [number, vector] of index.entries()) {
        const entry = before[number];
        if (entry) this.add({ ...entry, vector });
      }
  }
}
