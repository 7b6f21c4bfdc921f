import { z } from 'zod';
import { DurationTemplate, TemplateValue, VariableName } from '../document/names.ts';
import { stepBase, type StepDefinition } from './definition.ts';

/** Does something in the world: an action of a plugin, `plugin.action`, with typed input. */
export const ActionStep = z.strictObject({
  ...stepBase,
  type: z.literal('action'),
  action: z.string().regex(/^[a-z][\w-]*\.[a-zA-Z][\w-]*$/, 'must be "plugin.action"'),
  /** Name of the plugin's connection to use; its only one when absent. */
  connection: z.string().min(1).max(64).optional(),
  input: z.record(z.string(), TemplateValue).default({}),
  saveTo: VariableName.optional(),
  timeout: DurationTemplate.optional(),
});
export type ActionStep = z.infer<typeof ActionStep>;

export const action: StepDefinition<ActionStep> = {
  schema: ActionStep,
  waits: true,
  canFail: true,
  exits: () => [
    { name: 'next', required: true },
    { name: 'error', required: false },
  ],
  templates: (step) => [
    { path: ['input'], value: step.input },
    ...(step.timeout ? [{ path: ['timeout'], value: step.timeout }] : []),
  ],
  writes: (step) => (step.saveTo ? [{ path: ['saveTo'], variable: step.saveTo }] : []),
};
