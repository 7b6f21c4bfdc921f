import { z } from 'zod';
import { DurationTemplate, Template, VariableName } from '../document/names.ts';
import { stepBase, type StepDefinition } from './definition.ts';
import { Fields, ModelReference, modelExits } from './model-parts.ts';

/**
 * Asks a model. With `fields` the answer is a record of that shape, otherwise a text, which `say` shows to the end user while it is
 * being written. `history`: how many of the latest messages of the conversation the model sees.
 */
export const LlmStep = z
  .strictObject({
    ...stepBase,
    type: z.literal('llm'),
    instructions: Template.optional(),
    prompt: Template.min(1),
    model: ModelReference.optional(),
    history: z.int().min(0).max(50).default(0),
    fields: Fields.optional(),
    temperature: z.number().min(0).max(2).optional(),
    maxTokens: z.int().min(1).max(100_000).optional(),
    say: z.boolean().default(false),
    saveTo: VariableName.optional(),
    timeout: DurationTemplate.optional(),
  })
  .refine(({ fields, say }) => !(fields && say), 'a record cannot be said: leave out "say" or "fields"');
export type LlmStep = z.infer<typeof LlmStep>;

export const llm: StepDefinition<LlmStep> = {
  schema: LlmStep,
  waits: true,
  canFail: true,
  exits: () => [{ name: 'next', required: true }, ...modelExits],
  templates: (step) => [
    ...(step.instructions === undefined ? [] : [{ path: ['instructions'], value: step.instructions }]),
    { path: ['prompt'], value: step.prompt },
    ...(step.timeout ? [{ path: ['timeout'], value: step.timeout }] : []),
  ],
  writes: (step) => (step.saveTo ? [{ path: ['saveTo'], variable: step.saveTo }] : []),
};
