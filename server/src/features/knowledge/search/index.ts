export {
  createSearch,
  binaryOf,
  type FoundChunk,
  type Hit,
  type Search,
  type Stock,
  type StoredChunk,
} from './database-search.ts';
export type { BaseQuery, Chunk, SearchMode } from './base-index.ts';
export { mergeByPlace } from './merge-by-place.ts';
export { termsOf } from './terms.ts';
