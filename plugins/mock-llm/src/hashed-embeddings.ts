import { Embeddings } from '@langchain/core/embeddings';

const DIMENSIONS = 256;

/** Vectors of the beginnings of words, always the same: texts with words in common are near. */
export class HashedEmbeddings extends Embeddings {
  constructor() {
    super({ maxRetries: 0 });
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map(vectorOf);
  }

  override async embedQuery(text: string): Promise<number[]> {
    return vectorOf(text);
  }
}

function vectorOf(text: string): number[] {
  const vector = Array.from({ length: DIMENSIONS }, () => 0);
  for (const [word] of text.toLowerCase().matchAll(/\p{L}{3,6}|\p{N}+/gu)) {
    let hash = 0x811c9dc5;
    for (const letter of word) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    const at = (hash >>> 1) % DIMENSIONS;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  return vector;
}
