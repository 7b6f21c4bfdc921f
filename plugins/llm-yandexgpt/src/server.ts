import { defineHandlers } from '@scenarium/sdk';
import { yandexgpt } from './index.ts';

/**
 * The handlers of the plugin `yandexgpt`. Chats go over the OpenAI-compatible API of Yandex Cloud, where a model is
 * `gpt://<folder>/<model>`; vectors over its own, which takes one text a call.
 */
export const server = defineHandlers(yandexgpt, {
  models: {
    async chat({ baseUrl, apiKey, folder, chatModel }, { model, temperature, maxTokens }, { fetch }) {
      const { ChatOpenAI } = await import('@langchain/openai');
      return new ChatOpenAI({
        apiKey,
        model: `gpt://${folder}/${model ?? chatModel}`,
        maxRetries: 0,
        useResponsesApi: false,
        streamUsage: true,
        configuration: {
          baseURL: `${baseUrl.replace(/\/$/, '')}/v1`,
          fetch,
          defaultHeaders: { authorization: `Api-Key ${apiKey}`, 'x-folder-id': folder },
        },
        ...(temperature !== undefined && { temperature }),
        ...(maxTokens !== undefined && { maxTokens }),
      });
    },
    async embeddings(config, _options, context) {
      const { YandexEmbeddings } = await import('./yandex-embeddings.ts');
      return new YandexEmbeddings(config, context);
    },
  },
  async healthcheck({ config, ...context }) {
    const { YandexEmbeddings } = await import('./yandex-embeddings.ts');
    await new YandexEmbeddings(config, context).embedQuery('test');
  },
});
