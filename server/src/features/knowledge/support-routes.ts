import { z } from 'zod';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { AskModel } from './operations/answer-by-model.ts';
import type { Knowledge } from './index.ts';

const Contents = z
  .array(z.strictObject({ content: z.string().min(1).max(8_000) }))
  .min(1)
  .max(500);
const Hit = z.object({ id: z.string(), source: z.string(), chunk: z.string(), score: z.number() });
const PASSAGES = 8;

/** What asks the organisation's model; null when none is connected. */
export type ModelFor = (of: {
  tenant: string;
  temperature?: number | undefined;
  signal: AbortSignal;
}) => Promise<AskModel | null>;

/** Knowledge and answers for integrations: the calls of a support desk. */
export function supportRoutes(knowledge: Knowledge, modelFor: ModelFor): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/kb/upsert',
      operation: 'upsertPassages',
      tag: 'support',
      summary: 'Keep passages under a source; what is there already is not added again',
      access: { permission: 'knowledge:write' },
      body: z.strictObject({ source: z.string().min(1).max(200), chunks: Contents }),
      responses: { 200: z.object({ inserted: z.int() }) },
      example: { source: 'delivery', chunks: [{ content: 'Delivery takes one day.' }] },
      handle: async ({ tenant, body }) => ({
        inserted: await knowledge.upsert(tenant, {
          source: body.source,
          contents: body.chunks.map(({ content }) => content),
        }),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/kb/search',
      operation: 'searchPassages',
      tag: 'support',
      summary: 'Passages for a query, the best first',
      access: { permission: 'knowledge:read' },
      body: z.strictObject({ query: z.string().min(1).max(2_000), limit: z.int().min(1).max(50).default(5) }),
      responses: { 200: z.object({ results: z.array(Hit) }) },
      example: { query: 'delivery time', limit: 5 },
      handle: async ({ tenant, body }) => ({
        results: (await knowledge.search(tenant, [], { text: body.query, limit: body.limit })).map(
          ({ chunk, score }) => ({
            id: chunk._id,
            source: chunk.source,
            chunk: chunk.text,
            score,
          }),
        ),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/support/answer',
      operation: 'answerQuestion',
      tag: 'support',
      summary: 'Answer a question from the knowledge bases, or say why a person should',
      access: { permission: 'knowledge:read' },
      body: z.strictObject({
        query: z.string().min(1).max(2_000),
        kb_limit: z.int().min(1).max(20).default(PASSAGES),
        temperature: z.number().min(0).max(2).optional(),
        locale: z.string().max(20).optional(),
      }),
      responses: {
        200: z.object({
          reply: z.string(),
          used_context: z.array(z.string()),
          kb_hits: z.array(Hit),
          escalated: z.boolean(),
          reason: z.string().nullable(),
        }),
      },
      example: { query: 'How long does delivery take?', kb_limit: 5, temperature: 0.2 },
      async handle({ tenant, body, signal }) {
        const { query: question, kb_limit: limit, temperature, locale = /[а-яё]/i.test(question) ? 'ru' : 'en' } = body;
        const ask = await modelFor({ tenant, temperature, signal });
        const answered = await knowledge.answer({ tenant, question, locale, bases: [], sources: [], limit, ask });
        return {
          reply: answered.answered ? answered.reply : UNKNOWN[locale.startsWith('ru') ? 'ru' : 'en'],
          used_context: answered.citations.map(({ quote }) => quote),
          kb_hits: answered.hits.map(({ chunk, score }) => ({
            id: chunk._id,
            source: chunk.source,
            chunk: chunk.text,
            score,
          })),
          escalated: !answered.answered,
          reason: answered.reason,
        };
      },
    }),
  ];
}

const UNKNOWN = {
  en: 'I do not know: the documents do not answer this. A person will help.',
  ru: 'Я не знаю: в документах ответа нет. Поможет сотрудник.',
};
