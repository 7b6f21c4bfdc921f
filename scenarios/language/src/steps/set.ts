import { z } from 'zod';
import { Expression, VariableName } from '../document/names.ts';
import { stepBase, type StepDefinition } from './definition.ts';

/** Gives variables new values, in order. */
export const SetStep = z.strictObject({
  ...stepBase,
  type: z.literal('set'),
  assign: z
    .array(z.strictObject({ variable: VariableName, value: Expression }))
    .min(1)
    .max(50),
});
export type SetStep = z.infer<typeof SetStep>;

export const set: StepDefinition<SetStep> = {
  schema: SetStep,
  waits: false,
  canFail: true,
  exits: () => [
    { name: 'next', required: true },
    { name: 'error', required: false },
  ],
  expressions: (step) =>
    step.assign.map(({ value }, i) => ({ path: ['assign', i, 'value'], source: value, type: 'any' as const })),
  writes: (step) => step.assign.map(({ variable }, i) => ({ path: ['assign', i, 'variable'], variable })),
};
