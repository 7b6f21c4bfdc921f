import { z } from 'zod';
import { Template, TemplateValue } from '../document/names.ts';
import { stepBase, type StepDefinition } from './definition.ts';

/** Publishes an event of the organisation. */
export const EmitStep = z.strictObject({
  ...stepBase,
  type: z.literal('emit'),
  event: z.string().min(1).max(128),
  key: Template.optional(),
  data: TemplateValue.optional(),
});
export type EmitStep = z.infer<typeof EmitStep>;

export const emit: StepDefinition<EmitStep> = {
  schema: EmitStep,
  waits: false,
  canFail: true,
  exits: () => [
    { name: 'next', required: true },
    { name: 'error', required: false },
  ],
  templates: (step) => [
    ...(step.key ? [{ path: ['key'], value: step.key }] : []),
    ...(step.data === undefined ? [] : [{ path: ['data'], value: step.data }]),
  ],
};
