import type { OpenModel } from './open-model.ts';
import { ProcessError } from './process-error.ts';

/**
 * Turns texts into vectors, one after the other.
 *
 * @throws ProcessError `context_exceeded`, `model_refused`
 */
export async function embed(
  { contextTokens, embeddings }: OpenModel,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<number[][]> {
  if (!embeddings) throw new ProcessError('model_refused', 'this model was opened for chats');
  const vectors: number[][] = [];
  for (const text of texts) {
    signal.throwIfAborted();
    const tokens = embeddings.calculateInputLength(text);
    if (tokens > contextTokens)
      throw new ProcessError(
        'context_exceeded',
        `a passage has ${tokens} tokens, the embedding model takes ${contextTokens}: make passages shorter`,
      );
    vectors.push([...(await embeddings.getEmbeddingFor(text)).vector]);
  }
  return vectors;
}
