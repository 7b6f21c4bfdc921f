import { Embeddings } from '@langchain/core/embeddings';
import { ActionError, type ServiceContext } from '@scenarium/sdk';
import { z } from 'zod';
import type { yandexgpt } from './index.ts';

type Config = z.output<NonNullable<(typeof yandexgpt)['config']>>;

const Answer = z.object({ embedding: z.array(z.coerce.number()) });
/** Texts embedded at once: the service allows ten calls a second. */
const AT_ONCE = 5;

/** Vectors of Yandex Cloud: one model for passages, one for queries (Foundation Models API, `textEmbedding`). */
export class YandexEmbeddings extends Embeddings {
  readonly #config: Config;
  readonly #http: ServiceContext['http'];

  constructor(config: Config, { http }: Pick<ServiceContext, 'http'>) {
    super({ maxRetries: 0 });
    this.#config = config;
    this.#http = http;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = [];
    for (let i = 0; i < texts.length; i += AT_ONCE)
      vectors.push(...(await Promise.all(texts.slice(i, i + AT_ONCE).map((text) => this.#embed('doc', text)))));
    return vectors;
  }

  override embedQuery(text: string): Promise<number[]> {
    return this.#embed('query', text);
  }

  async #embed(kind: 'doc' | 'query', text: string): Promise<number[]> {
    const { baseUrl, apiKey, folder } = this.#config;
    const { status, headers, body } = await this.#http.request({
      method: 'POST',
      url: `${baseUrl.replace(/\/$/, '')}/foundationModels/v1/textEmbedding`,
      headers: { authorization: `Api-Key ${apiKey}`, 'x-folder-id': folder },
      body: { modelUri: `emb://${folder}/text-search-${kind}/latest`, text },
      timeoutMs: 30_000,
    });
    const parsed = Answer.safeParse(body);
    if (status === 200 && parsed.success) return parsed.data.embedding;
    if (status === 401 || status === 403)
      throw new ActionError('model_unauthorised', `Yandex Cloud refused the key (${status}): check key and folder`);
    const seconds = Number(headers['retry-after'] ?? 0);
    throw new ActionError(
      status === 429 ? 'model_rate_limited' : 'model_unavailable',
      `Yandex Cloud answered ${status}`,
      {
        retryable: status === 429 || status >= 500,
        ...(seconds > 0 && { retryAfterMs: seconds * 1_000 }),
      },
    );
  }
}
