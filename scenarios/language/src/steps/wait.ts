import { z } from 'zod';
import { DurationTemplate, Expression } from '../document/names.ts';
import { stepBase, type StepDefinition } from './definition.ts';

/** Waits for a time (`for`) or until an instant (`until`: expression of a date or datetime). A message leaves by `reply` where such a flow exists. */
export const WaitStep = z
  .strictObject({
    ...stepBase,
    type: z.literal('wait'),
    for: DurationTemplate.optional(),
    until: Expression.optional(),
  })
  .refine((step) => (step.for === undefined) !== (step.until === undefined), {
    error: 'needs either "for" or "until"',
    path: ['for'],
  });
export type WaitStep = z.infer<typeof WaitStep>;

export const wait: StepDefinition<WaitStep> = {
  schema: WaitStep,
  waits: true,
  canFail: true,
  exits: () => [
    { name: 'next', required: true },
    { name: 'reply', required: false },
    { name: 'error', required: false },
  ],
  expressions: (step) => (step.until ? [{ path: ['until'], source: step.until, type: 'text' }] : []),
  templates: (step) => (step.for ? [{ path: ['for'], value: step.for }] : []),
};
