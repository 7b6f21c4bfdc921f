import { z } from 'zod';
import { Expression, Id } from '../document/names.ts';
import { stepBase, type StepDefinition } from './definition.ts';

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Goes by `case:<id>` of the first case that equals the value (a list: any of it), otherwise by `else`. */
export const SwitchStep = z.strictObject({
  ...stepBase,
  type: z.literal('switch'),
  value: Expression,
  cases: z
    .array(z.strictObject({ id: Id, equals: z.union([Scalar, z.array(Scalar).min(1)]) }))
    .min(1)
    .max(100),
});
export type SwitchStep = z.infer<typeof SwitchStep>;

export const switchStep: StepDefinition<SwitchStep> = {
  schema: SwitchStep,
  waits: false,
  canFail: true,
  exits: (step) => [
    ...step.cases.map(({ id }) => ({ name: `case:${id}`, required: true })),
    { name: 'else', required: true },
    { name: 'error', required: false },
  ],
  expressions: (step) => [{ path: ['value'], source: step.value, type: 'any' }],
};
