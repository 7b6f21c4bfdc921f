import type { Binary } from 'mongodb';
import type { Chunk } from './base-index.ts';

/** A chunk as MongoDB holds it. */
export type StoredChunk = Omit<Chunk, 'vector'> & { vector: Binary | null };

/** What the indexed documents of a base are: id → generation and number of chunks, `3:120`. */
export type Stock = ReadonlyMap<string, string>;
