import { definePlugin, defineRetriever, field } from '@scenarium/sdk';
import { z } from 'zod';

const Passage = z.strictObject({
  id: z.string().min(1).max(100),
  title: z.string().min(1).max(200),
  text: z.string().min(1).max(8_000),
  source: z.string().min(1).max(200).optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
});

/** Passages that stand in the connection itself: for trying outside knowledge, and for tests. */
export const mockRag = definePlugin({
  id: 'mock-rag',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { en: 'Knowledge to try', ru: 'Знания для проб' },
  description: {
    en: 'Finds passages of a fixed list by their words, always the same',
    ru: 'Находит фрагменты из заданного списка по словам, всегда одинаково',
  },
  config: z.strictObject({
    passages: field(z.array(Passage).max(200).default([]), {
      title: { en: 'Passages', ru: 'Фрагменты' },
      help: { en: 'What can be found, with title and address', ru: 'Что можно найти, с названием и адресом' },
      widget: 'code',
    }),
    fails: field(z.boolean().default(false), {
      title: { en: 'Does not answer', ru: 'Не отвечает' },
      help: {
        en: 'Every question fails: to try what happens then',
        ru: 'Каждый запрос завершается ошибкой: чтобы проверить, что тогда будет',
      },
    }),
  }),
  retrievers: {
    passages: defineRetriever({ id: 'passages', title: { en: 'Fixed passages', ru: 'Заданные фрагменты' } }),
  },
});
