import { z } from 'zod';
import { defineRoute, Reply, type Route } from '../../platform/http/route.ts';
import type { Scenarios } from './index.ts';
import {
  KeptDraftView,
  keptDraftView,
  ScenarioView,
  scenarioView,
  VersionView,
  versionView,
  WithDocument,
  WithDraft,
  withDraft,
} from './views.ts';

const Params = z.object({ id: z.string().min(1).max(64) });
const ProblemView = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  place: z.record(z.string(), z.unknown()),
  message: z.object({ en: z.string(), ru: z.string() }),
  hint: z.object({ en: z.string(), ru: z.string() }),
});
const Source = z.union([
  z.strictObject({ document: z.record(z.string(), z.unknown()) }),
  z.strictObject({ text: z.string().max(1_000_000), format: z.enum(['json', 'yaml']) }),
]);

export function scenarioRoutes(scenarios: Scenarios): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/scenarios',
      operation: 'listScenarios',
      tag: 'scenarios',
      summary: 'Scenarios of the organisation',
      access: { permission: 'scenarios:read' },
      responses: { 200: z.object({ scenarios: z.array(ScenarioView) }) },
      handle: async ({ actor }) => ({ scenarios: (await scenarios.list(actor.tenant)).map(scenarioView) }),
    }),
    defineRoute({
      method: 'post',
      path: '/scenarios',
      operation: 'createScenario',
      tag: 'scenarios',
      summary: 'Add a scenario: a document, or a text in JSON or YAML',
      access: { permission: 'scenarios:write' },
      body: Source,
      responses: { 201: WithDraft },
      problems: ['scenario_invalid', 'scenario_exists'],
      handle: async ({ actor, body }) => withDraft(await scenarios.create(actor.tenant, body)),
    }),
    defineRoute({
      method: 'get',
      path: '/scenarios/{id}',
      operation: 'getScenario',
      tag: 'scenarios',
      summary: 'A scenario with its draft',
      access: { permission: 'scenarios:read' },
      params: Params,
      responses: { 200: WithDraft },
      problems: ['scenario_not_found'],
      handle: async ({ actor, params }) => withDraft(await scenarios.get(actor.tenant, params.id)),
    }),
    defineRoute({
      method: 'put',
      path: '/scenarios/{id}/draft',
      operation: 'saveDraft',
      tag: 'scenarios',
      summary: 'Save the draft over the revision it was made from',
      access: { permission: 'scenarios:write' },
      params: Params,
      body: z.strictObject({ revision: z.int().min(1), source: Source }),
      responses: { 200: WithDraft },
      problems: ['scenario_not_found', 'scenario_invalid', 'draft_conflict'],
      handle: async ({ actor, params, body }) =>
        withDraft(
          await scenarios.saveDraft({ tenant: actor.tenant, id: params.id, revision: body.revision }, body.source),
        ),
    }),
    defineRoute({
      method: 'get',
      path: '/scenarios/{id}/export',
      operation: 'exportScenario',
      tag: 'scenarios',
      summary: 'The draft as a text',
      access: { permission: 'scenarios:read' },
      params: Params,
      query: z.object({ format: z.enum(['json', 'yaml']).default('yaml') }),
      responses: { 200: z.object({ text: z.string() }) },
      problems: ['scenario_not_found'],
      handle: async ({ actor, params, query }) => ({
        text: await scenarios.export({ tenant: actor.tenant, id: params.id }, query.format),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/scenarios/{id}/problems',
      operation: 'lintScenario',
      tag: 'scenarios',
      summary: 'What is wrong with the draft',
      access: { permission: 'scenarios:read' },
      params: Params,
      responses: { 200: z.object({ problems: z.array(ProblemView) }) },
      problems: ['scenario_not_found'],
      handle: async ({ actor, params }) => ({
        problems: await scenarios.lint({ tenant: actor.tenant, id: params.id }),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/scenarios/{id}/versions',
      operation: 'listVersions',
      tag: 'scenarios',
      summary: 'Published versions, newest first',
      access: { permission: 'scenarios:read' },
      params: Params,
      responses: { 200: z.object({ versions: z.array(VersionView) }) },
      problems: ['scenario_not_found'],
      handle: async ({ actor, params }) => ({
        versions: (await scenarios.versions(actor.tenant, params.id)).map(versionView),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/scenarios/{id}/versions/{version}',
      operation: 'getVersion',
      tag: 'scenarios',
      summary: 'A published version with its document',
      access: { permission: 'scenarios:read' },
      params: Params.extend({ version: z.string().min(1).max(64) }),
      responses: { 200: VersionView.extend(WithDocument.shape) },
      problems: ['scenario_not_found', 'version_not_found'],
      async handle({ tenant, params }) {
        const version = await scenarios.getVersion({ tenant, ...params });
        return { ...versionView(version), document: version.document };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/scenarios/{id}/kept-drafts',
      operation: 'keepDraft',
      tag: 'scenarios',
      summary: 'Keep a copy of the draft before something else takes its place',
      access: { permission: 'scenarios:write' },
      params: Params,
      body: z.strictObject({ note: z.string().max(2_000).default('') }),
      responses: { 201: KeptDraftView },
      problems: ['scenario_not_found'],
      handle: async ({ actor, tenant, params: { id }, body: { note } }) =>
        new Reply(201, keptDraftView(await scenarios.keepDraft({ tenant, id, author: actor.id, note }))),
    }),
    defineRoute({
      method: 'get',
      path: '/scenarios/{id}/kept-drafts',
      operation: 'listKeptDrafts',
      tag: 'scenarios',
      summary: 'Kept copies of the draft, newest first',
      access: { permission: 'scenarios:read' },
      params: Params,
      responses: { 200: z.object({ kept: z.array(KeptDraftView) }) },
      problems: ['scenario_not_found'],
      handle: async ({ tenant, params }) => ({
        kept: (await scenarios.keptDrafts(tenant, params.id)).map(keptDraftView),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/scenarios/{id}/kept-drafts/{kept}',
      operation: 'getKeptDraft',
      tag: 'scenarios',
      summary: 'A kept copy of the draft with its document',
      access: { permission: 'scenarios:read' },
      params: Params.extend({ kept: z.string().min(1).max(64) }),
      responses: { 200: KeptDraftView.extend(WithDocument.shape) },
      problems: ['scenario_not_found', 'version_not_found'],
      async handle({ tenant, params }) {
        const kept = await scenarios.keptDraft({ tenant, ...params });
        return { ...keptDraftView(kept), document: kept.document };
      },
    }),
  ];
}
