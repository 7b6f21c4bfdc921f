import { z } from 'zod';
import { DurationTemplate, Template, VariableName } from '../document/names.ts';
import { stepBase, type StepDefinition } from './definition.ts';
import { Bases, ModelReference, modelExits } from './model-parts.ts';

/**
 * Answers a question from the knowledge bases, with citations; what they do not answer leaves by `unknown`. Without a model it
 * quotes. `threshold`: how much of the question a passage must cover, 0 to 1; the organisation's own when absent.
 */
export const AnswerStep = z.strictObject({
  ...stepBase,
  type: z.literal('answer'),
  question: Template.default('{{ message.text }}'),
  bases: Bases,
  sources: z.array(z.string().min(1).max(200)).max(50).default([]),
  instructions: Template.optional(),
  model: ModelReference.optional(),
  history: z.int().min(0).max(50).default(6),
  threshold: z.number().min(0).max(1).optional(),
  say: z.boolean().default(true),
  saveTo: VariableName.optional(),
  timeout: DurationTemplate.optional(),
});
export type AnswerStep = z.infer<typeof AnswerStep>;

export const answer: StepDefinition<AnswerStep> = {
  schema: AnswerStep,
  waits: true,
  canFail: true,
  exits: () => [{ name: 'next', required: true }, { name: 'unknown', required: true }, ...modelExits],
  templates: (step) => [
    { path: ['question'], value: step.question },
    ...(step.instructions === undefined ? [] : [{ path: ['instructions'], value: step.instructions }]),
    ...(step.timeout ? [{ path: ['timeout'], value: step.timeout }] : []),
  ],
  writes: (step) => (step.saveTo ? [{ path: ['saveTo'], variable: step.saveTo }] : []),
};
