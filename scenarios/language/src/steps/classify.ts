import { z } from 'zod';
import { DurationTemplate, Id, Template, VariableName } from '../document/names.ts';
import { stepBase, type StepDefinition } from './definition.ts';
import { ModelReference, modelExits } from './model-parts.ts';

const Intent = z.strictObject({
  id: Id,
  description: z.string().max(500).default(''),
  /** What people write when they mean it. */
  examples: z.array(z.string().min(1).max(500)).max(100).default([]),
});

/**
 * Finds out which of several intents a text has, by a model, or by likeness to examples (`auto`: by a model where there is one).
 * Leaves by `intent:<id>`, or by `other` when none is likely enough. The variable gets the intent's id, or null.
 */
export const ClassifyStep = z.strictObject({
  ...stepBase,
  type: z.literal('classify'),
  input: Template.default('{{ message.text }}'),
  intents: z.array(Intent).min(1).max(50),
  by: z.enum(['auto', 'model', 'examples']).default('auto'),
  model: ModelReference.optional(),
  threshold: z.number().min(0).max(1).default(0.5),
  saveTo: VariableName.optional(),
  timeout: DurationTemplate.optional(),
});
export type ClassifyStep = z.infer<typeof ClassifyStep>;

export const classify: StepDefinition<ClassifyStep> = {
  schema: ClassifyStep,
  waits: true,
  canFail: true,
  exits: (step) => [
    ...step.intents.map(({ id }) => ({ name: `intent:${id}`, required: true })),
    { name: 'other', required: true },
    ...modelExits,
  ],
  templates: (step) => [
    { path: ['input'], value: step.input },
    ...(step.timeout ? [{ path: ['timeout'], value: step.timeout }] : []),
  ],
  writes: (step) => (step.saveTo ? [{ path: ['saveTo'], variable: step.saveTo }] : []),
};
