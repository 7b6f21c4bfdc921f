import { z } from 'zod';
import { JsonValue } from '../../platform/http/json-value.ts';
import { defineRoute, Reply, type Route } from '../../platform/http/route.ts';
import type { Agents } from './index.ts';
import type { Agent } from './model.ts';

const TurnTaking = z.strictObject({
  policy: z.enum(['each', 'collect', 'merge', 'interrupt']),
  windowMs: z.int().min(0).max(60_000),
});
const Variables = z.record(z.string(), JsonValue);
const ShownAs = z.record(
  z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  z.strictObject({ name: z.string().min(1).max(200), description: z.string().max(2_000).default('') }),
);
const ModelReference = z
  .string()
  .max(200)
  .regex(/^[a-z][a-z0-9-]{0,49}(:\S{1,150})?$/, 'write connection or connection:model')
  .nullable();
const Settings = z.strictObject({
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  name: z.string().min(1).max(200),
  description: z.string().max(2_000).default(''),
  shownAs: ShownAs.default({}).describe('Name and description for end users, by language'),
  scenario: z.string().max(64).nullable().default(null).describe('That of the version, where one is given'),
  version: z.string().max(64).nullable().default(null),
  variables: Variables.default({}),
  turnTaking: TurnTaking.default({ policy: 'each', windowMs: 0 }),
  model: ModelReference.default(null).describe('Where a step names none: connection or connection:model'),
  web: z.boolean().default(true),
});
const AgentView = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  shownAs: ShownAs,
  scenario: z.string().nullable(),
  version: z.string().nullable(),
  experiment: z.string().nullable().describe('The running experiment that chooses versions for new runs'),
  variables: Variables,
  turnTaking: TurnTaking,
  model: z.string().nullable(),
  web: z.boolean(),
  updatedAt: z.iso.datetime(),
});
const Params = z.object({ id: z.string().min(1).max(64) });

const view = ({ _id, slug, name, description, shownAs, updatedAt, ...more }: Agent) => ({
  id: _id,
  slug,
  name,
  description,
  shownAs: shownAs ?? {},
  scenario: more.scenario ?? null,
  version: more.version,
  experiment: more.experiment ?? null,
  variables: more.variables,
  turnTaking: more.turnTaking,
  model: more.model ?? null,
  web: more.web,
  updatedAt: updatedAt.toISOString(),
});

export function agentRoutes(agents: Agents): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/agents',
      operation: 'listAgents',
      tag: 'agents',
      summary: 'Agents of the organisation',
      access: { permission: 'agents:read' },
      responses: { 200: z.object({ agents: z.array(AgentView) }) },
      handle: async ({ actor }) => ({ agents: (await agents.list(actor.tenant)).map(view) }),
    }),
    defineRoute({
      method: 'post',
      path: '/agents',
      operation: 'createAgent',
      tag: 'agents',
      summary: 'Add an agent',
      access: { permission: 'agents:write' },
      body: Settings,
      responses: { 201: AgentView },
      problems: ['agent_exists', 'version_not_found', 'scenario_not_found'],
      handle: async ({ actor, body }) => new Reply(201, view(await agents.create(actor.tenant, body))),
    }),
    defineRoute({
      method: 'get',
      path: '/agents/{id}',
      operation: 'getAgent',
      tag: 'agents',
      summary: 'One agent, by id or slug',
      access: { permission: 'agents:read' },
      params: Params,
      responses: { 200: AgentView },
      problems: ['agent_not_found'],
      handle: async ({ actor, params }) => view(await agents.get(actor.tenant, params.id)),
    }),
    defineRoute({
      method: 'patch',
      path: '/agents/{id}',
      operation: 'updateAgent',
      tag: 'agents',
      summary: 'Change an agent, or the version it runs',
      access: { permission: 'agents:write' },
      params: Params,
      body: z.strictObject({
        slug: Settings.shape.slug.optional(),
        name: Settings.shape.name.optional(),
        description: z.string().max(2_000).optional(),
        shownAs: ShownAs.optional(),
        scenario: z.string().max(64).nullable().optional(),
        version: z.string().max(64).nullable().optional(),
        variables: Variables.optional(),
        turnTaking: TurnTaking.optional(),
        model: ModelReference.optional(),
        web: z.boolean().optional(),
      }),
      responses: { 200: AgentView },
      problems: ['agent_not_found', 'agent_exists', 'version_not_found', 'scenario_not_found'],
      handle: async ({ actor, params, body }) =>
        view(await agents.update({ tenant: actor.tenant, id: params.id }, body)),
    }),
    defineRoute({
      method: 'delete',
      path: '/agents/{id}',
      operation: 'removeAgent',
      tag: 'agents',
      summary: 'Remove an agent; its conversations stay and go on to their end',
      access: { permission: 'agents:write' },
      params: Params,
      responses: { 200: z.object({ ok: z.literal(true) }) },
      problems: ['agent_not_found'],
      async handle({ tenant, params }) {
        await agents.remove({ tenant, id: params.id });
        return { ok: true } as const;
      },
    }),
  ];
}
