import { defineModel, definePlugin, field, secret } from '@scenarium/sdk';
import { z } from 'zod';

/** Models of any service that speaks OpenAI's API: OpenAI, OpenRouter, vLLM and others by their address. */
export const openai = definePlugin({
  id: 'openai',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { en: 'OpenAI-compatible models', ru: 'Модели, совместимые с OpenAI' },
  description: {
    en: 'OpenAI, OpenRouter, vLLM and every other service with the same API',
    ru: 'OpenAI, OpenRouter, vLLM и любой другой сервис с тем же API',
  },
  config: z.strictObject({
    baseUrl: field(
      z
        .url({ protocol: /^https?$/ })
        .max(500)
        .default('https://api.openai.com/v1'),
      {
        title: { en: 'Address of the API', ru: 'Адрес API' },
        help: { en: 'Ends with /v1 as a rule', ru: 'Обычно заканчивается на /v1' },
        widget: 'url',
      },
    ),
    apiKey: secret({ title: { en: 'API key', ru: 'Ключ API' } }).default(''),
    chatModel: field(z.string().min(1).max(150).default('gpt-4o-mini'), {
      title: { en: 'Chat model', ru: 'Чат-модель' },
      widget: 'model',
    }),
    embeddingModel: field(z.string().min(1).max(150).default('text-embedding-3-small'), {
      title: { en: 'Embedding model', ru: 'Модель векторов' },
      widget: 'model',
    }),
    structuredOutput: field(z.enum(['jsonSchema', 'functionCalling', 'jsonMode']).default('jsonSchema'), {
      title: { en: 'How records are asked for', ru: 'Как запрашиваются записи' },
      advanced: true,
    }),
    prices: field(
      z.strictObject({ inputPerMillion: z.number().min(0), outputPerMillion: z.number().min(0) }).optional(),
      { title: { en: 'Prices per million tokens', ru: 'Цены за миллион токенов' }, advanced: true },
    ),
  }),
  models: {
    chat: defineModel({ kind: 'chat', title: { en: 'Chat', ru: 'Чат' } }),
    embeddings: defineModel({ kind: 'embeddings', title: { en: 'Vectors', ru: 'Векторы' } }),
  },
});
