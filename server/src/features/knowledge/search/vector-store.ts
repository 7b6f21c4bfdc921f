/** A base of an organisation. */
export interface Place {
  tenant: string;
  base: string;
}

/** A document in one generation: what is searched is always the whole of it. */
export interface DocumentVersion {
  document: string;
  generation: number;
}

/** The vector of a chunk and what it can be filtered by. */
export interface ChunkVector extends DocumentVersion {
  /** Id of the chunk. */
  id: string;
  source: string;
  vector: Float32Array;
}

export interface VectorQuery {
  vector: Float32Array;
  /** Only chunks of these; of all when there are none. */
  sources: readonly string[];
  limit: number;
}

/** A chunk by its id; `score`: cosine. */
export interface NearChunk {
  id: string;
  score: number;
}

/**
 * Where the vectors of chunks lie. It holds no truth: MongoDB has every vector, and `vector-feed.ts` brings it here. Vectors of one base
 * are never found in another.
 */
export interface VectorStore {
  /** Outside of this process: it may be away, and keeps what it has. */
  readonly isRemote: boolean;
  /** What is there already is replaced. */
  upsert(place: Place, vectors: readonly ChunkVector[]): Promise<void>;
  remove(place: Place, versions: readonly DocumentVersion[]): Promise<void>;
  /** The nearest chunks, the best first. */
  search(place: Place, query: VectorQuery): Promise<NearChunk[]>;
  /** Are there so many vectors of these documents? Then they need not be brought again. */
  holds(place: Place, versions: readonly DocumentVersion[], count: number): Promise<boolean>;
  /** Nobody looks at the base any more: memory may be given back. */
  forget(place: Place): void;
}
