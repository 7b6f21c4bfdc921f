import { z } from 'zod';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { Knowledge } from './index.ts';
import type { Reindexing } from './model.ts';

const Reference = z.string().min(1).max(64);
const Params = z.object({ base: Reference });
const Locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
const Golden = z.strictObject({
  locale: Locale,
  question: z.string().min(1).max(1_000),
  expect: z
    .string()
    .min(1)
    .max(500)
    .nullable()
    .describe('Stands in the right passage; null: not answered by the documents'),
});
const QualityView = z.object({
  questions: z.int(),
  recallAt5: z.number(),
  mrr: z.number(),
  refused: z.number().nullable(),
});
const ReindexingView = z.object({
  id: z.string(),
  status: z.enum(['running', 'done']),
  before: QualityView,
  after: QualityView.nullable(),
  lost: z.array(z.string()),
  createdAt: z.iso.datetime(),
});
const read = { permission: 'knowledge:read' } as const;
const write = { permission: 'knowledge:write' } as const;
const tag = 'knowledge';

const viewReindexing = ({ _id, status, before, after, lost, createdAt }: Reindexing) => ({
  id: _id,
  status,
  before,
  after,
  lost,
  createdAt: (createdAt ?? new Date()).toISOString(),
});

/** How well a base answers, and whether reading it again changes that. */
export function qualityRoutes(knowledge: Knowledge): Route[] {
  const place = async (tenant: string, reference: string) => ({
    tenant,
    base: (await knowledge.base(tenant, reference))._id,
  });
  return [
    defineRoute({
      method: 'get',
      path: '/knowledge/bases/{base}/golden',
      operation: 'getGoldenQuestions',
      tag,
      summary: 'Golden questions, and how well they are answered now',
      access: read,
      params: Params,
      responses: { 200: z.object({ questions: z.array(Golden), quality: QualityView }) },
      problems: ['base_not_found'],
      async handle({ tenant, params }) {
        const of = await place(tenant, params.base);
        const questions = await knowledge.golden(of);
        return {
          questions: questions.map(({ locale, question, expect }) => ({ locale, question, expect })),
          quality: await knowledge.measure(of),
        };
      },
    }),
    defineRoute({
      method: 'put',
      path: '/knowledge/bases/{base}/golden',
      operation: 'setGoldenQuestions',
      tag,
      summary: 'Set the questions that retrieval is measured by',
      access: write,
      params: Params,
      body: z.strictObject({ questions: z.array(Golden).max(500) }),
      responses: { 200: z.object({ quality: QualityView }) },
      problems: ['base_not_found'],
      async handle({ tenant, params, body }) {
        const of = await place(tenant, params.base);
        await knowledge.setGolden(of, body.questions);
        return { quality: await knowledge.measure(of) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/knowledge/bases/{base}/reindex',
      operation: 'reindexKnowledge',
      tag,
      summary: 'Read all documents of a base again; the report compares the golden questions before and after',
      access: write,
      params: Params,
      responses: { 202: ReindexingView },
      problems: ['base_not_found'],
      handle: async ({ tenant, params }) => viewReindexing(await knowledge.reindex(await place(tenant, params.base))),
    }),
    defineRoute({
      method: 'get',
      path: '/knowledge/bases/{base}/reindex',
      operation: 'listReindexings',
      tag,
      summary: 'Reports of re-indexing, the newest first',
      access: read,
      params: Params,
      responses: { 200: z.object({ reports: z.array(ReindexingView) }) },
      problems: ['base_not_found'],
      handle: async ({ tenant, params }) => ({
        reports: (await knowledge.reindexings(await place(tenant, params.base))).map(viewReindexing),
      }),
    }),
  ];
}
