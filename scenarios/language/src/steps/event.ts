import { z } from 'zod';
import { DurationTemplate, Expression, Template, VariableName } from '../document/names.ts';
import { stepBase, type StepDefinition } from './definition.ts';

/**
 * Waits for an event by name (and by `key`, when given, so that only "its own" event counts). Three exits on one step:
 * `next` (the event came), `timeout` (it did not in time; `timeout` is a duration or `until` an instant), `reply` (the end user wrote).
 */
export const EventStep = z.strictObject({
  ...stepBase,
  type: z.literal('event'),
  event: z.string().min(1).max(128),
  key: Template.optional(),
  saveTo: VariableName.optional(),
  timeout: DurationTemplate.optional(),
  until: Expression.optional(),
});
export type EventStep = z.infer<typeof EventStep>;

export const event: StepDefinition<EventStep> = {
  schema: EventStep,
  waits: true,
  canFail: true,
  exits: (step) => [
    { name: 'next', required: true },
    ...(step.timeout || step.until ? [{ name: 'timeout', required: true }] : []),
    { name: 'reply', required: false },
    { name: 'error', required: false },
  ],
  expressions: (step) => (step.until ? [{ path: ['until'], source: step.until, type: 'text' }] : []),
  templates: (step) => [
    ...(step.key ? [{ path: ['key'], value: step.key }] : []),
    ...(step.timeout ? [{ path: ['timeout'], value: step.timeout }] : []),
  ],
  writes: (step) => (step.saveTo ? [{ path: ['saveTo'], variable: step.saveTo }] : []),
};
