import { z } from 'zod';
import { DurationTemplate, MessageId, Template } from '../document/names.ts';
import { stepBase, type StepDefinition } from './definition.ts';

const Target = z.discriminatedUnion('kind', [
  /** Ends this run and starts that agent's active scenario in the same conversation. */
  z.strictObject({ kind: z.literal('agent'), agent: Template }),
  /** Opens a ticket and waits until a person hands the conversation back. */
  z.strictObject({ kind: z.literal('human'), priority: z.enum(['low', 'normal', 'high', 'urgent']).default('normal') }),
]);

/** Hands the conversation over. `text` is said first; `reason` is for whoever takes over. */
export const HandoverStep = z.strictObject({
  ...stepBase,
  type: z.literal('handover'),
  to: Target,
  text: MessageId.optional(),
  reason: Template.optional(),
  timeout: DurationTemplate.optional(),
});
export type HandoverStep = z.infer<typeof HandoverStep>;

export const handover: StepDefinition<HandoverStep> = {
  schema: HandoverStep,
  waits: true,
  canFail: true,
  exits: (step) =>
    step.to.kind === 'agent'
      ? [{ name: 'error', required: false }]
      : [
          { name: 'next', required: true },
          ...(step.timeout ? [{ name: 'timeout', required: true }] : []),
          { name: 'error', required: false },
        ],
  texts: (step) => (step.text ? [{ path: ['text'], message: step.text }] : []),
  templates: (step) => [
    ...(step.to.kind === 'agent' ? [{ path: ['to', 'agent'], value: step.to.agent }] : []),
    ...(step.reason ? [{ path: ['reason'], value: step.reason }] : []),
    ...(step.timeout ? [{ path: ['timeout'], value: step.timeout }] : []),
  ],
};
