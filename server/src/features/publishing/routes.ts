import { z } from 'zod';
import { commonProblems } from '../../platform/errors/common.ts';
import { defineRoute, Reply, type Route } from '../../platform/http/route.ts';
import { VersionView, versionView } from '../scenarios/index.ts';
import type { Publishing } from './index.ts';
import type { Activation } from './model.ts';
import type { LiveAgent } from './operations/live.ts';

const Params = z.object({ id: z.string().min(1).max(64) });
const StepId = z.string().min(1).max(64);
const Fate = z.discriminatedUnion('fate', [
  z.strictObject({ step: StepId, fate: z.enum(['finish', 'restart']) }),
  z.strictObject({
    step: StepId,
    fate: z.literal('move'),
    to: StepId,
    stay: z.boolean().default(false).describe('Goes on waiting there; otherwise the step is entered anew'),
  }),
]);
const Choices = z.strictObject({
  steps: z
    .array(Fate)
    .max(5_000)
    .default([])
    .describe('What those who wait at a step of the old version do; for steps left out, what is proposed'),
  message: z
    .record(z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.string().min(1).max(4_000))
    .default({})
    .describe('Said to those who begin anew, by language'),
});
const ActivationView = z.object({
  id: z.string(),
  agent: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  author: z.string(),
  state: z.enum(['asking', 'asked']),
  createdAt: z.iso.datetime(),
});
const Progress = z.object({
  toCome: z.int(),
  pending: z.int().describe('Move as soon as they can be interrupted'),
  moved: z.int(),
  restarted: z.int(),
  finishing: z.int().describe('Go on with the old version to their end'),
  over: z.int(),
});
const LiveView = z.object({
  agent: z.object({ id: z.string(), name: z.string() }),
  version: z.string(),
  conversations: z.int(),
  steps: z.array(
    z.object({
      step: z.string(),
      name: z.string(),
      type: z.string(),
      conversations: z.int(),
      change: z.enum(['unchanged', 'changed', 'removed']),
      parts: z.array(z.enum(['config', 'exits', 'texts'])),
      proposal: Fate,
    }),
  ),
});

const activationView = ({ _id, agent, from, to, author, state, createdAt }: Activation) => ({
  id: _id,
  ...{ agent, from, to, author, state },
  createdAt: createdAt.toISOString(),
});
const liveView = ({ agent, version, conversations, steps }: LiveAgent) => ({
  agent: { id: agent._id, name: agent.name },
  version,
  conversations,
  steps: steps.map(({ step, fate, ...more }) => ({
    step: step.id,
    name: step.name ?? step.id,
    type: step.type,
    conversations: more.conversations,
    change: more.change,
    parts: more.parts,
    proposal: fate,
  })),
});

export function publishingRoutes(publishing: Publishing): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/scenarios/{id}/live',
      operation: 'listLive',
      tag: 'scenarios',
      summary: 'Who is talking on the agents of a scenario, and what another version means for them',
      access: { permission: 'scenarios:read' },
      params: Params,
      query: z.object({ version: z.string().max(64).optional().describe('The draft, where left out') }),
      responses: { 200: z.object({ agents: z.array(LiveView) }) },
      problems: ['scenario_not_found', 'version_not_found'],
      handle: async ({ tenant, params, query }) => ({
        agents: (await publishing.live({ tenant, scenario: params.id, version: query.version })).map(liveView),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/scenarios/{id}/versions',
      operation: 'publishScenario',
      tag: 'scenarios',
      summary: 'Publish the draft as an immutable version, and let agents run it',
      access: { permission: 'scenarios:publish' },
      params: Params,
      body: z.strictObject({
        note: z.string().max(2_000).default(''),
        revision: z.int().min(1).optional().describe('The revision of the draft that is meant'),
        activate: z
          .array(Choices.extend({ agent: z.string().max(64) }))
          .max(200)
          .default([]),
      }),
      responses: { 201: VersionView.extend({ activations: z.array(ActivationView) }) },
      problems: [
        ...['scenario_not_found', 'scenario_not_publishable', 'draft_conflict'],
        ...['agent_not_found', 'plan_invalid', 'activation_under_way'],
      ],
      async handle({ actor, tenant, params: { id }, body: { note, revision, activate } }) {
        if (activate.length > 0 && !actor.can('agents:write'))
          throw commonProblems.forbidden({ detail: 'agents:write' });
        const draft = { tenant, id, author: actor.id, note, ...(revision !== undefined && { revision }) };
        const { version, activations } = await publishing.publish(draft, activate);
        return new Reply(201, { ...versionView(version), activations: activations.map(activationView) });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/agents/{id}/activations',
      operation: 'activateVersion',
      tag: 'agents',
      summary: 'Let an agent run another version, an older one as well; conversations in progress go on as chosen',
      access: { permission: 'agents:write' },
      params: Params,
      body: Choices.extend({ version: z.string().min(1).max(64) }),
      responses: { 201: ActivationView },
      problems: ['agent_not_found', 'version_not_found', 'plan_invalid', 'activation_under_way'],
      handle: async ({ actor, tenant, params, body }) =>
        new Reply(
          201,
          activationView(await publishing.activate({ tenant, agent: params.id, author: actor.id, ...body })),
        ),
    }),
    defineRoute({
      method: 'get',
      path: '/agents/{id}/activations',
      operation: 'listActivations',
      tag: 'agents',
      summary: 'The latest changes of the version of an agent, and how far the newest is',
      access: { permission: 'agents:read' },
      params: Params,
      responses: { 200: z.object({ activations: z.array(ActivationView), progress: Progress.nullable() }) },
      problems: ['agent_not_found'],
      async handle({ tenant, params }) {
        const { activations, progress } = await publishing.activations(tenant, params.id);
        return { activations: activations.map(activationView), progress };
      },
    }),
  ];
}
