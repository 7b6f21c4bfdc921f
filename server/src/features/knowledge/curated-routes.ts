import { z } from 'zod';
import { defineRoute, Reply, type Route } from '../../platform/http/route.ts';
import type { Knowledge } from './index.ts';

const Reference = z.string().min(1).max(64);
const Params = z.object({ base: Reference });
const DocumentParams = z.object({ base: Reference, id: Reference });
const Locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
const CuratedBody = z.strictObject({
  locale: Locale,
  question: z.string().min(1).max(1_000),
  alternatives: z.array(z.string().min(1).max(1_000)).max(50).default([]),
  answer: z.string().min(1).max(10_000),
});
const CuratedView = CuratedBody.extend({ id: z.string() });
const Done = z.object({ ok: z.literal(true) });
const read = { permission: 'knowledge:read' } as const;
const write = { permission: 'knowledge:write' } as const;
const tag = 'knowledge';

/** Answers that people write themselves. */
export function curatedRoutes(knowledge: Knowledge): Route[] {
  const place = async (tenant: string, reference: string) => ({
    tenant,
    base: (await knowledge.base(tenant, reference))._id,
  });
  return [
    defineRoute({
      method: 'get',
      path: '/knowledge/bases/{base}/curated',
      operation: 'listCuratedAnswers',
      tag,
      summary: 'Answers written by people, which win over documents',
      access: read,
      params: Params,
      responses: { 200: z.object({ curated: z.array(CuratedView) }) },
      problems: ['base_not_found'],
      handle: async ({ tenant, params }) => ({
        curated: (await knowledge.curated(await place(tenant, params.base))).map(viewCurated),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/knowledge/bases/{base}/curated',
      operation: 'addCuratedAnswer',
      tag,
      summary: 'Write an answer to a question',
      access: write,
      params: Params,
      body: CuratedBody,
      responses: { 201: CuratedView },
      problems: ['base_not_found'],
      handle: async ({ tenant, params, body }) =>
        new Reply(201, viewCurated(await knowledge.addCurated(await place(tenant, params.base), body))),
    }),
    defineRoute({
      method: 'put',
      path: '/knowledge/bases/{base}/curated/{id}',
      operation: 'updateCuratedAnswer',
      tag,
      summary: 'Change a curated answer',
      access: write,
      params: DocumentParams,
      body: CuratedBody,
      responses: { 200: CuratedView },
      problems: ['base_not_found', 'curated_not_found'],
      handle: async ({ tenant, params, body }) =>
        viewCurated(await knowledge.updateCurated({ ...(await place(tenant, params.base)), id: params.id }, body)),
    }),
    defineRoute({
      method: 'delete',
      path: '/knowledge/bases/{base}/curated/{id}',
      operation: 'removeCuratedAnswer',
      tag,
      summary: 'Remove a curated answer',
      access: write,
      params: DocumentParams,
      responses: { 200: Done },
      problems: ['base_not_found', 'curated_not_found'],
      async handle({ tenant, params }) {
        await knowledge.removeCurated({ ...(await place(tenant, params.base)), id: params.id });
        return { ok: true } as const;
      },
    }),
  ];
}

function viewCurated({
  _id,
  locale,
  question,
  alternatives,
  answer,
}: Awaited<ReturnType<Knowledge['curated']>>[number]) {
  return { id: _id, locale, question, alternatives, answer };
}
