import { Embeddings } from '@langchain/core/embeddings';
import { z } from 'zod';

/** Asks the plugin's process to let its model turn texts into vectors. */
type Ask = (asked: { texts: string[]; kind: 'passage' | 'query' }) => Promise<unknown>;

/** Embeddings whose model lives in the process of its plugin. */
export class EmbeddingsByProcess extends Embeddings {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    super({});
    this.#ask = ask;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return Vectors.parse(await this.#ask({ texts, kind: 'passage' }));
  }

  override async embedQuery(text: string): Promise<number[]> {
    return Vectors.parse(await this.#ask({ texts: [text], kind: 'query' }))[0] ?? [];
  }
}

const Vectors = z.array(z.array(z.number()));
