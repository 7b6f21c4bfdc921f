import { z } from 'zod';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { Cases, StoredCase } from './index.ts';

const Params = z.object({ id: z.string().min(1).max(64) });
const OneCase = Params.extend({ key: z.string().regex(/^[\w-]{1,100}$/) });
const Given = z.record(z.string(), z.unknown()).describe('The case, as in the `cases` of a template');
const CaseView = z.object({ key: z.string(), updatedAt: z.iso.datetime(), given: Given });
const read = { permission: 'scenarios:read' } as const;
const write = { permission: 'scenarios:write' } as const;
const tag = 'scenarios';

const view = ({ key, updatedAt, given }: StoredCase) => ({ key, updatedAt: updatedAt.toISOString(), given });

export function caseRoutes(cases: Cases): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/scenarios/{id}/cases',
      operation: 'listCases',
      tag,
      summary: 'Dialogues that prove a scenario',
      access: read,
      params: Params,
      responses: { 200: z.object({ cases: z.array(CaseView) }) },
      problems: ['scenario_not_found'],
      handle: async ({ tenant, params }) => ({ cases: (await cases.list({ tenant, scenario: params.id })).map(view) }),
    }),
    defineRoute({
      method: 'put',
      path: '/scenarios/{id}/cases/{key}',
      operation: 'saveCase',
      tag,
      summary: 'Add a case, or put it in the place of the one with this key',
      access: write,
      params: OneCase,
      body: Given,
      responses: { 200: CaseView },
      problems: ['scenario_not_found', 'case_invalid', 'case_too_large', 'too_many_cases'],
      example: { name: 'A parcel is found', locale: 'en', turns: [{ say: '1001', expect: [{ contains: 'shipped' }] }] },
      handle: async ({ tenant, params: { id, key }, body }) =>
        view(await cases.save({ tenant, scenario: id, key }, body)),
    }),
    defineRoute({
      method: 'delete',
      path: '/scenarios/{id}/cases/{key}',
      operation: 'removeCase',
      tag,
      summary: 'Remove a case',
      access: write,
      params: OneCase,
      responses: { 200: z.object({ ok: z.literal(true) }) },
      problems: ['scenario_not_found', 'case_not_found'],
      async handle({ tenant, params: { id, key } }) {
        await cases.remove({ tenant, scenario: id, key });
        return { ok: true } as const;
      },
    }),
  ];
}
