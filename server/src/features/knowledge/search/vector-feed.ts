import type { Log } from '@scenarium/sdk';
import type { Collection } from 'mongodb';
import { numbersOf } from './binary.ts';
import type { Slices } from './slices.ts';
import type { Stock, StoredChunk } from './stored.ts';
import type { ChunkVector, DocumentVersion, Place, VectorStore } from './vector-store.ts';

/** Documents that are asked about and read together. */
const DOCUMENTS = 200;
/** Vectors sent together. */
const VECTORS = 200;
/** A store that failed is left alone for so long. */
const REST_MS = 5_000;

export interface FeedOptions {
  store: VectorStore;
  chunks: Collection<StoredChunk>;
  place: Place;
  slices: Slices;
  log?: Log | undefined;
}

/**
 * Brings the vectors of one base from MongoDB to the store, and takes out what is gone. Nothing is embedded anew, and what the store
 * says it holds is not sent again. A store that is away is tried again later.
 */
export class VectorFeed {
  readonly #options: FeedOptions;
  /** Documents that are there, as the stock tells them. */
  readonly #there = new Map<string, string>();
  #wanted: Stock | null = null;
  #running: Promise<void> | null = null;
  #restUntil = 0;

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  /** Resolves when the store is as the stock is, or has failed. Never rejects. */
  follow(stock: Stock): Promise<void> {
    this.#wanted = stock;
    this.#running ??= this.#run().finally(() => (this.#running = null));
    return this.#running;
  }

  async #run(): Promise<void> {
    const { log, place } = this.#options;
    for (let stock = this.#wanted; stock && Date.now() >= this.#restUntil; stock = this.#wanted) {
      this.#wanted = null;
      try {
        await this.#bring(stock);
      } catch (error) {
        this.#restUntil = Date.now() + REST_MS;
        log?.warn({ ...place, err: error as Error }, 'vectors could not be stored: they are sent again later');
      }
    }
  }

  async #bring(stock: Stock): Promise<void> {
    const { store, place } = this.#options;
    const gone = [...this.#there].filter(([document, was]) => generationOf(was) !== generationOf(stock.get(document)));
    if (gone.length > 0) await store.remove(place, gone.map(versionOf));
    for (const [document] of gone) this.#there.delete(document);
    const missing = [...stock].filter(([document, signature]) => this.#there.get(document) !== signature);
    for (let i = 0; i < missing.length; i += DOCUMENTS) {
      const some = missing.slice(i, i + DOCUMENTS);
      const count = some.reduce((sum, [, signature]) => sum + Number(signature.split(':')[1]), 0);
      if (!(await store.holds(place, some.map(versionOf), count))) await this.#send(some.map(versionOf));
      for (const [document, signature] of some) this.#there.set(document, signature);
    }
  }

  async #send(versions: readonly DocumentVersion[]): Promise<void> {
    const { store, place, chunks, slices } = this.#options;
    const generations = new Map(versions.map(({ document, generation }) => [document, generation]));
    const filter = { ...place, document: { $in: [...generations.keys()] }, vector: { $ne: null } };
    const projection = { document: 1, generation: 1, source: 1, vector: 1 } as const;
    let some: ChunkVector[] = [];
    for await (const stored of chunks.find(filter, { projection }).batchSize(VECTORS)) {
      const { _id: id, document, generation, source } = stored;
      const vector = numbersOf(stored.vector);
      if (vector && generations.get(document) === generation) some.push({ id, document, generation, source, vector });
      if (some.length === VECTORS) {
        await store.upsert(place, some);
        some = [];
      }
      await slices.breathe(place);
    }
    if (some.length > 0) await store.upsert(place, some);
  }
}

function versionOf([document, signature]: [string, string]): DocumentVersion {
  return { document, generation: Number(generationOf(signature)) };
}

function generationOf(signature: string | undefined): string | undefined {
  return signature?.split(':')[0];
}
