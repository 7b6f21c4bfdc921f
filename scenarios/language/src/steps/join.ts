import { z } from 'zod';
import { stepBase, type StepDefinition } from './definition.ts';

/** Where branches meet: `all` waits for every branch still alive, `first` goes on with the first and ends the others. */
export const JoinStep = z.strictObject({
  ...stepBase,
  type: z.literal('join'),
  mode: z.enum(['all', 'first']).default('all'),
});
export type JoinStep = z.infer<typeof JoinStep>;

export const join: StepDefinition<JoinStep> = {
  schema: JoinStep,
  waits: false,
  canFail: false,
  exits: () => [{ name: 'next', required: true }],
};
