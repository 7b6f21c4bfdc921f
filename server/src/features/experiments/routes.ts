import { z } from 'zod';
import { defineRoute, Reply, type Route } from '../../platform/http/route.ts';
import type { Experiments } from './index.ts';
import type { PlannedVariant } from './operations/experiments.ts';
import { sizeOf } from './statistics/size.ts';
import { ExperimentView, ResultsView, view, viewOfResults } from './views.ts';

const Id = z.string().min(1).max(64);
const Params = z.object({ id: Id });
const Effect = z
  .number()
  .min(0.005)
  .max(0.5)
  .describe('The smallest difference of rates that matters: 0.05 for five points');
const Plan = z.strictObject({
  name: z.string().trim().min(1).max(200),
  hypothesis: z.string().max(2_000).default(''),
  variants: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1).max(100),
        version: Id,
        weight: z.int().min(1).max(99).describe('Percent of new contacts; all together make 100'),
      }),
    )
    .min(2)
    .max(5)
    .describe('The first is what the others are compared with'),
  goals: z
    .array(z.strictObject({ kind: z.enum(['outcome', 'event']), name: z.string().min(1).max(128) }))
    .min(1)
    .max(10)
    .describe('Outcomes of end steps and events of emit steps that count'),
  minimalEffect: Effect.default(0.05),
});
const Size = z.object({
  rate: z.coerce.number().min(0).max(1).describe('Share of contacts that convert now'),
  minimalEffect: z.coerce.number().pipe(Effect),
  weights: z
    .string()
    .regex(/^[1-9]\d?(,[1-9]\d?){1,4}$/)
    .describe('Percent of each variant: `50,50`'),
});
const read = { permission: 'agents:read' } as const;
const write = { permission: 'agents:write' } as const;
const tag = 'experiments';
const EXAMPLE = {
  name: 'A shorter greeting',
  hypothesis: 'More people leave their number when they are asked at once',
  variants: [
    { name: 'As it is', version: '6650f1a2b3c4d5e6f7a8b9c0', weight: 50 },
    { name: 'Shorter', version: '6650f1a2b3c4d5e6f7a8b9c1', weight: 50 },
  ],
  goals: [{ kind: 'outcome' as const, name: 'qualified' }],
  minimalEffect: 0.05,
};
const planProblems = ['experiment_weights', 'experiment_triggers', 'experiment_goal_unknown', 'version_not_found'];

export function experimentRoutes(experiments: Experiments): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/experiments',
      operation: 'listExperiments',
      tag,
      summary: 'Experiments of the organisation or of one agent, the newest first',
      access: read,
      query: z.object({ agent: Id.optional() }),
      responses: { 200: z.object({ experiments: z.array(ExperimentView) }) },
      handle: async ({ tenant, query }) => ({ experiments: (await experiments.list(tenant, query.agent)).map(view) }),
    }),
    defineRoute({
      method: 'post',
      path: '/experiments',
      operation: 'createExperiment',
      tag,
      summary: 'Plan an experiment: versions of an agent, and the outcomes that count',
      access: write,
      body: Plan.extend({ agent: Id }),
      example: { agent: 'sales', ...EXAMPLE },
      responses: { 201: ExperimentView },
      problems: ['agent_not_found', ...planProblems],
      handle: async ({ tenant, body }) =>
        new Reply(201, view(await experiments.create(tenant, { ...body, variants: lettered(body.variants) }))),
    }),
    defineRoute({
      method: 'get',
      path: '/experiments/{id}',
      operation: 'getExperiment',
      tag,
      summary: 'One experiment',
      access: read,
      params: Params,
      responses: { 200: ExperimentView },
      problems: ['experiment_not_found'],
      handle: async ({ tenant, params }) => view(await experiments.get({ tenant, id: params.id })),
    }),
    defineRoute({
      method: 'patch',
      path: '/experiments/{id}',
      operation: 'updateExperiment',
      tag,
      summary: 'Change a draft; once it was started, its name and hypothesis',
      access: write,
      params: Params,
      body: z.strictObject({
        name: Plan.shape.name.optional(),
        hypothesis: z.string().max(2_000).optional(),
        variants: Plan.shape.variants.optional(),
        goals: Plan.shape.goals.optional(),
        minimalEffect: Effect.optional(),
      }),
      example: { hypothesis: EXAMPLE.hypothesis },
      responses: { 200: ExperimentView },
      problems: ['experiment_not_found', 'experiment_status', ...planProblems],
      handle: async ({ tenant, params, body: { variants, ...changes } }) =>
        view(
          await experiments.update(
            { tenant, id: params.id },
            { ...defined(changes), ...(variants && { variants: lettered(variants) }) },
          ),
        ),
    }),
    defineRoute({
      method: 'delete',
      path: '/experiments/{id}',
      operation: 'removeExperiment',
      tag,
      summary: 'Delete a draft',
      access: write,
      params: Params,
      responses: { 200: z.object({ ok: z.literal(true) }) },
      problems: ['experiment_not_found', 'experiment_status'],
      async handle({ tenant, params }) {
        await experiments.remove({ tenant, id: params.id });
        return { ok: true } as const;
      },
    }),
    defineRoute({
      method: 'post',
      path: '/experiments/{id}/start',
      operation: 'startExperiment',
      tag,
      summary: 'Start or resume it: new runs of the agent choose a variant, those under way go on as they are',
      access: write,
      params: Params,
      responses: { 200: ExperimentView },
      problems: [
        'experiment_not_found',
        'experiment_status',
        'experiment_running',
        'agent_not_active',
        ...planProblems,
      ],
      handle: async ({ tenant, params }) => view(await experiments.start({ tenant, id: params.id })),
    }),
    defineRoute({
      method: 'post',
      path: '/experiments/{id}/pause',
      operation: 'pauseExperiment',
      tag,
      summary: 'Pause it: new runs begin with the agent’s own version, those on a variant go on and count',
      access: write,
      params: Params,
      responses: { 200: ExperimentView },
      problems: ['experiment_not_found', 'experiment_status'],
      handle: async ({ tenant, params }) => view(await experiments.pause({ tenant, id: params.id })),
    }),
    defineRoute({
      method: 'post',
      path: '/experiments/{id}/finish',
      operation: 'finishExperiment',
      tag,
      summary: 'Finish it; with `promote`, that variant becomes the version of the agent',
      access: write,
      params: Params,
      body: z.strictObject({ promote: z.string().max(1).nullable().default(null) }),
      example: { promote: 'b' },
      responses: { 200: ExperimentView },
      problems: [
        'experiment_not_found',
        'experiment_status',
        'variant_not_found',
        'version_not_found',
        'agent_not_found',
      ],
      handle: async ({ tenant, params, body }) =>
        view(await experiments.finish({ tenant, id: params.id }, body.promote)),
    }),
    defineRoute({
      method: 'get',
      path: '/experiments/{id}/results',
      operation: 'getExperimentResults',
      tag,
      summary: 'What came of it so far, with a verdict that may be read at any moment',
      access: read,
      params: Params,
      responses: { 200: ResultsView },
      problems: ['experiment_not_found'],
      handle: async ({ tenant, params }) => viewOfResults(await experiments.results({ tenant, id: params.id })),
    }),
    defineRoute({
      method: 'get',
      path: '/experiment-size',
      operation: 'getExperimentSize',
      tag,
      summary: 'How many contacts an experiment needs to find a difference that matters, in four of five cases',
      access: read,
      query: Size,
      responses: { 200: z.object({ contacts: z.int().nullable().describe('Null: over a million') }) },
      async handle({ query: { rate, minimalEffect, weights } }) {
        return { contacts: sizeOf({ rate, minimalEffect, weights: weights.split(',').map(Number) }) };
      },
    }),
  ];
}

/** Variants with their letters, by place. */
function lettered(variants: readonly Omit<PlannedVariant, 'id'>[]): PlannedVariant[] {
  return variants.map((variant, at) => ({ id: String.fromCharCode(97 + at), ...variant }));
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(changes: T): Defined<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Defined<T>;
}
