import { Embeddings } from '@langchain/core/embeddings';
import type { ServiceContext } from '@scenarium/sdk';
import { z } from 'zod';
import { callGigaChat } from './gigachat-api.ts';
import type { GigaChatConfig } from './index.ts';

const Answer = z.object({ data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()) })) });
const AT_ONCE = 50;

/** Vectors of GigaChat. */
export class GigaChatEmbeddings extends Embeddings {
  readonly #config: GigaChatConfig;
  readonly #model: string;
  readonly #context: ServiceContext;

  constructor(config: GigaChatConfig, model: string, context: ServiceContext) {
    super({ maxRetries: 0 });
    this.#config = config;
    this.#model = model;
    this.#context = context;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = [];
    for (let i = 0; i < texts.length; i += AT_ONCE) {
      const body = { model: this.#model, input: texts.slice(i, i + AT_ONCE) };
      const answer = await callGigaChat(this.#config, this.#context, { path: '/embeddings', body });
      const { data } = Answer.parse(await answer.json());
      vectors.push(...data.sort((a, b) => a.index - b.index).map(({ embedding }) => embedding));
    }
    return vectors;
  }

  override async embedQuery(text: string): Promise<number[]> {
    const [vector = []] = await this.embedDocuments([text]);
    return vector;
  }
}
