import { z } from 'zod';
import { Expression, Id, VariableName } from '../document/names.ts';
import { stepBase, type StepDefinition } from './definition.ts';

/** Runs another scenario (from its `internal` trigger) and returns. `inputs`: its variable ← expression here; `outputs`: variable here ← its variable. */
export const CallStep = z.strictObject({
  ...stepBase,
  type: z.literal('call'),
  scenario: Id,
  inputs: z.record(VariableName, Expression).default({}),
  outputs: z.record(VariableName, VariableName).default({}),
  saveOutcome: VariableName.optional(),
});
export type CallStep = z.infer<typeof CallStep>;

export const call: StepDefinition<CallStep> = {
  schema: CallStep,
  waits: false,
  canFail: true,
  exits: () => [
    { name: 'next', required: true },
    { name: 'error', required: false },
  ],
  expressions: (step) =>
    Object.entries(step.inputs).map(([name, source]) => ({ path: ['inputs', name], source, type: 'any' as const })),
  writes: (step) => [
    ...Object.keys(step.outputs).map((variable) => ({ path: ['outputs', variable], variable })),
    ...(step.saveOutcome ? [{ path: ['saveOutcome'], variable: step.saveOutcome }] : []),
  ],
};
