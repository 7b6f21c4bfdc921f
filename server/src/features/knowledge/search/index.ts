export { createSearch, binaryOf, type Hit, type Search, type Stock, type StoredChunk } from './database-search.ts';
export type { BaseQuery, Chunk, SearchMode } from './base-index.ts';
export { termsOf } from './terms.ts';
