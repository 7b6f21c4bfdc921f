import { defineModel, definePlugin, field } from '@scenarium/sdk';
import { z } from 'zod';

/** One answer of the script. The first line whose `when` stands in the latest message is taken; `*` fits always. */
const Line = z.strictObject({
  when: z.string().min(1).max(500),
  reply: z.string().max(10_000).default(''),
  call: z.strictObject({ tool: z.string(), input: z.record(z.string(), z.json()) }).optional(),
});

/** A model that answers by a script: for trying scenarios, and for tests. */
export const mockLlm = definePlugin({
  id: 'mock-llm',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { en: 'Scripted model', ru: 'Модель по сценарию' },
  description: {
    en: 'Answers by a script, always the same: to try scenarios without a model',
    ru: 'Отвечает по сценарию, всегда одинаково: чтобы пробовать без модели',
  },
  config: z.strictObject({
    script: field(z.array(Line).max(200).default([]), {
      title: { en: 'Script', ru: 'Сценарий ответов' },
      help: {
        en: 'Without a fitting line the latest message is echoed',
        ru: 'Без подходящей строки повторяет сообщение',
      },
      widget: 'code',
    }),
  }),
  models: {
    chat: defineModel({ kind: 'chat', title: { en: 'Chat', ru: 'Чат' } }),
    embeddings: defineModel({ kind: 'embeddings', title: { en: 'Vectors', ru: 'Векторы' } }),
  },
});
