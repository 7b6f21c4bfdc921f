import { z } from 'zod';
import { stepBase, type StepDefinition } from './definition.ts';

/** Goes by the first `next` flow whose `when` is true, otherwise by `else` (BPMN: exclusive gateway). */
export const ConditionStep = z.strictObject({ ...stepBase, type: z.literal('condition') });
export type ConditionStep = z.infer<typeof ConditionStep>;

export const condition: StepDefinition<ConditionStep> = {
  schema: ConditionStep,
  waits: false,
  canFail: true,
  exits: () => [
    { name: 'next', required: true, many: true },
    { name: 'else', required: true },
    { name: 'error', required: false },
  ],
};
