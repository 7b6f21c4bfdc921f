export { createSearch, type FoundChunk, type Hit, type Search } from './database-search.ts';
export type { BaseQuery, Chunk, SearchMode } from './base-index.ts';
export { binaryOf } from './binary.ts';
export { mergeByPlace } from './merge-by-place.ts';
export type { Stock, StoredChunk } from './stored.ts';
export { createQdrantVectors, type QdrantVectors } from './qdrant/qdrant-vectors.ts';
export { termsOf } from './terms.ts';
export { contentWordsOf } from './weak-terms.ts';
export type { VectorStore } from './vector-store.ts';
