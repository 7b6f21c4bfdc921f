import { z } from 'zod';
import { Duration, MessageId, Template, TemplateValue, VariableName } from '../document/names.ts';
import { stepBase, type StepDefinition } from './definition.ts';
import { ModelReference, modelExits } from './model-parts.ts';

/**
 * An action that the model may call. `bind`: fields of its input that the scenario fills in; the model neither sees nor changes
 * them. `confirm`: is the end user asked first? Where left out, for what cannot be undone.
 */
const Tool = z.strictObject({
  action: z.string().regex(/^[a-z][\w-]*\.[a-zA-Z][\w-]*$/, 'must be "plugin.action"'),
  connection: z.string().min(1).max(64).optional(),
  bind: z.record(z.string(), TemplateValue).default({}),
  confirm: z.boolean().optional(),
});

/** What one visit of the step may use up: calls of the model, working time, money in the currency of the model's prices. */
const Limits = z.strictObject({
  rounds: z.int().min(1).max(30).default(8),
  time: Duration.default('2m'),
  cost: z.number().positive().optional(),
});

/**
 * A model that reaches a goal by calling tools. Every call of the model and of a tool is a side effect of its own, so nothing is
 * done twice after a crash. `confirm`: the text that asks the end user before something that cannot be undone.
 */
export const AgentStep = z.strictObject({
  ...stepBase,
  type: z.literal('agent'),
  instructions: Template.min(1),
  input: Template.default('{{ message.text }}'),
  model: ModelReference.optional(),
  history: z.int().min(0).max(50).default(10),
  tools: z.array(Tool).max(30).default([]),
  limits: Limits.default({ rounds: 8, time: '2m' }),
  confirm: MessageId.optional(),
  say: z.boolean().default(true),
  saveTo: VariableName.optional(),
});
export type AgentStep = z.infer<typeof AgentStep>;

export const agent: StepDefinition<AgentStep> = {
  schema: AgentStep,
  waits: true,
  canFail: true,
  exits: () => [{ name: 'next', required: true }, { name: 'limit', required: false }, ...modelExits],
  texts: (step) => (step.confirm ? [{ path: ['confirm'], message: step.confirm }] : []),
  templates: (step) => [
    { path: ['instructions'], value: step.instructions },
    { path: ['input'], value: step.input },
    ...step.tools.map(({ bind }, i) => ({ path: ['tools', i, 'bind'], value: bind })),
  ],
  writes: (step) => (step.saveTo ? [{ path: ['saveTo'], variable: step.saveTo }] : []),
};
