import { defineModel, definePlugin, field, secret } from '@scenarium/sdk';
import { z } from 'zod';

/** Models of Yandex Cloud. */
export const yandexgpt = definePlugin({
  id: 'yandexgpt',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { en: 'YandexGPT', ru: 'YandexGPT' },
  description: { en: 'Models of Yandex Cloud', ru: 'Модели Yandex Cloud' },
  config: z.strictObject({
    folder: field(z.string().regex(/^[\w-]{1,100}$/), {
      title: { en: 'Folder id', ru: 'Идентификатор каталога' },
    }),
    apiKey: secret({ title: { en: 'API key of a service account', ru: 'API-ключ сервисного аккаунта' } }),
    chatModel: field(z.string().min(1).max(150).default('yandexgpt-lite/latest'), {
      title: { en: 'Chat model', ru: 'Чат-модель' },
    }),
    baseUrl: field(
      z
        .url({ protocol: /^https?$/ })
        .max(500)
        .default('https://llm.api.cloud.yandex.net'),
      {
        title: { en: 'Address of the API', ru: 'Адрес API' },
        widget: 'url',
        advanced: true,
      },
    ),
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
