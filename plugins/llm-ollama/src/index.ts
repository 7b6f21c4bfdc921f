import { defineModel, definePlugin, field } from '@scenarium/sdk';
import { z } from 'zod';

/** Local models served by Ollama. */
export const ollama = definePlugin({
  id: 'ollama',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { en: 'Ollama', ru: 'Ollama' },
  description: { en: 'Local models served by Ollama', ru: 'Локальные модели через Ollama' },
  config: z.strictObject({
    baseUrl: field(
      z
        .url({ protocol: /^https?$/ })
        .max(500)
        .default('http://127.0.0.1:11434'),
      {
        title: { en: 'Address of Ollama', ru: 'Адрес Ollama' },
        help: { en: 'A private address must stand in EGRESS_ALLOW', ru: 'Внутренний адрес должен быть в EGRESS_ALLOW' },
        widget: 'url',
      },
    ),
    chatModel: field(z.string().min(1).max(150).default('llama3.1:8b'), {
      title: { en: 'Chat model', ru: 'Чат-модель' },
      widget: 'model',
    }),
    embeddingModel: field(z.string().min(1).max(150).default('nomic-embed-text'), {
      title: { en: 'Embedding model', ru: 'Модель векторов' },
      widget: 'model',
    }),
    contextTokens: field(z.int().min(512).max(1_000_000).default(8_192), {
      title: { en: 'Context in tokens', ru: 'Контекст в токенах' },
      advanced: true,
    }),
  }),
  models: {
    chat: defineModel({ kind: 'chat', title: { en: 'Chat', ru: 'Чат' } }),
    embeddings: defineModel({ kind: 'embeddings', title: { en: 'Vectors', ru: 'Векторы' } }),
  },
});
