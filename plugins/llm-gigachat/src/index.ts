import { defineModel, definePlugin, field, secret } from '@scenarium/sdk';
import { z } from 'zod';

/** Models of Sber. */
export const gigachat = definePlugin({
  id: 'gigachat',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { en: 'GigaChat', ru: 'GigaChat' },
  description: { en: 'Models of Sber', ru: 'Модели Сбера' },
  config: z.strictObject({
    authorizationKey: secret({ title: { en: 'Authorization key', ru: 'Ключ авторизации' } }),
    scope: field(z.enum(['GIGACHAT_API_PERS', 'GIGACHAT_API_B2B', 'GIGACHAT_API_CORP']).default('GIGACHAT_API_PERS'), {
      title: { en: 'Scope', ru: 'Область' },
      widget: 'select',
    }),
    chatModel: field(z.string().min(1).max(150).default('GigaChat'), {
      title: { en: 'Chat model', ru: 'Чат-модель' },
      widget: 'model',
    }),
    embeddingModel: field(z.string().min(1).max(150).default('Embeddings'), {
      title: { en: 'Embedding model', ru: 'Модель векторов' },
      widget: 'model',
    }),
    baseUrl: field(
      z
        .url({ protocol: /^https?$/ })
        .max(500)
        .default('https://gigachat.devices.sberbank.ru/api/v1'),
      {
        title: { en: 'Address of the API', ru: 'Адрес API' },
        widget: 'url',
        advanced: true,
      },
    ),
    authUrl: field(
      z
        .url({ protocol: /^https?$/ })
        .max(500)
        .default('https://ngw.devices.sberbank.ru:9443/api/v2/oauth'),
      {
        title: { en: 'Address that gives tokens', ru: 'Адрес выдачи токенов' },
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

export type GigaChatConfig = z.output<NonNullable<(typeof gigachat)['config']>>;
