import { z } from 'zod';
import { defineRoute, Reply, type Route } from '../../platform/http/route.ts';
import type { ScenarioSummary, StoredScenario, VersionSummary } from './model.ts';
import type { Scenarios } from './index.ts';

const Params = z.object({ id: z.string().min(1).max(64) });
const Summary = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  draftRevision: z.int(),
  latest: z.int(),
  updatedAt: z.iso.datetime(),
});
export const WithDraft = Summary.extend({
  draft: z.record(z.string(), z.unknown()),
  imported: z.iso.datetime().optional().describe('When it was imported from a file'),
});
const VersionView = z.object({
  id: z.string(),
  scenario: z.string(),
  number: z.int(),
  author: z.string(),
  note: z.string(),
  createdAt: z.iso.datetime(),
});
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

const summary = ({ _id, key, name, draftRevision, latest, updatedAt }: ScenarioSummary) => ({
  id: _id,
  key,
  name,
  draftRevision,
  latest,
  updatedAt: updatedAt.toISOString(),
});
export const withDraft = (scenario: StoredScenario) => ({
  ...summary(scenario),
  draft: scenario.draft,
  ...(scenario.imported && { imported: scenario.imported.at.toISOString() }),
});
const versionView = ({ _id, scenario, number, author, note, createdAt }: VersionSummary) => ({
  id: _id,
  scenario,
  number,
  author,
  note,
  createdAt: createdAt.toISOString(),
});

export function scenarioRoutes(scenarios: Scenarios): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/scenarios',
      operation: 'listScenarios',
      tag: 'scenarios',
      summary: 'Scenarios of the organisation',
      access: { permission: 'scenarios:read' },
      responses: { 200: z.object({ scenarios: z.array(Summary) }) },
      handle: async ({ actor }) => ({ scenarios: (await scenarios.list(actor.tenant)).map(summary) }),
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
      method: 'post',
      path: '/scenarios/{id}/versions',
      operation: 'publishScenario',
      tag: 'scenarios',
      summary: 'Publish the draft as an immutable version',
      access: { permission: 'scenarios:publish' },
      params: Params,
      body: z.strictObject({ note: z.string().max(2_000).default('') }),
      responses: { 201: VersionView },
      problems: ['scenario_not_found', 'scenario_not_publishable'],
      handle: async ({ actor, params, body }) => {
        const author = actor.kind === 'user' ? actor.id : '';
        return new Reply(
          201,
          versionView(await scenarios.publish({ tenant: actor.tenant, id: params.id, author, note: body.note })),
        );
      },
    }),
  ];
}
