import { z } from 'zod';

/** `date` is `YYYY-MM-DD`, `datetime` an ISO 8601 instant; both are kept as text. */
export const VariableType = z.enum(['text', 'number', 'boolean', 'date', 'datetime', 'list', 'object', 'any']);
export type VariableType = z.infer<typeof VariableType>;

/**
 * A variable. Scope `run` lives as long as the run, `contact` stays with the end user from conversation to conversation,
 * `agent` is set on the agent and only read here.
 */
export const Variable = z.strictObject({
  type: VariableType,
  scope: z.enum(['run', 'contact', 'agent']).default('run'),
  default: z.json().optional(),
  description: z.string().max(1_000).optional(),
});
export type Variable = z.infer<typeof Variable>;
