import { Embeddings } from '@langchain/core/embeddings';
import type { Question, Reply } from './model-process/protocol.ts';

/** Asks the process of the model until nobody wants the answer any more. */
export type Ask = (question: Question) => AsyncGenerator<Reply>;

/** Vectors of a model in a GGUF file. */
export class GgufEmbeddings extends Embeddings {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    super({ maxRetries: 0 });
    this.#ask = ask;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    for await (const reply of this.#ask({ kind: 'embed', texts }))
      if (reply.kind === 'done') return reply.result as number[][];
    throw new Error('the vectors did not come');
  }

  override async embedQuery(text: string): Promise<number[]> {
    const [vector = []] = await this.embedDocuments([text]);
    return vector;
  }
}
