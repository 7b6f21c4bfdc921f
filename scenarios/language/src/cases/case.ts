import { z } from 'zod';
import { parseDuration } from '../expressions/duration.ts';

const Duration = z
  .string()
  .refine((text) => parseDuration(text) !== undefined, 'is not a duration such as 30s, 10m, 2h, 1d');

/** What one message is expected to be. */
export const Expectation = z.union([
  z.strictObject({ contains: z.string() }),
  z.strictObject({ equals: z.string() }),
  z.strictObject({ matches: z.string().refine(isPattern, 'is not a regular expression') }),
]);
export type Expectation = z.infer<typeof Expectation>;

/** One thing that happens, and what is said in answer. */
export const Turn = z.strictObject({
  say: z.string().optional(),
  press: z.string().optional(),
  /** Moves the clock. */
  advance: Duration.optional(),
  emit: z.strictObject({ event: z.string(), key: z.string().optional(), data: z.json().optional() }).optional(),
  handBack: z.literal(true).optional(),
  /** Variables given another value by hand, before anything else happens in this turn. */
  set: z.record(z.string(), z.json()).optional(),
  /** What is said in answer, message by message; left out: nothing is checked. */
  expect: z.array(Expectation).optional(),
});
export type Turn = z.infer<typeof Turn>;

/** How an action answers; `after`: how long it takes, by the clock of the case. */
export const ActionAnswer = z.union([
  z.strictObject({ output: z.json(), after: Duration.optional() }),
  z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string() }), after: Duration.optional() }),
]);
export type ActionAnswer = z.infer<typeof ActionAnswer>;

/** A dialogue with what is expected of it. `actions`: answers of actions, in order; the last one stays. */
export const Case = z.strictObject({
  name: z.string().min(1).max(200),
  locale: z.string(),
  at: z.iso.datetime().default('2026-01-01T00:00:00Z'),
  /** Begins by this command instead of a conversation. */
  command: z.string().optional(),
  /** Begins by this event instead of a conversation. */
  event: z.string().optional(),
  /** Begins at this step instead of where the trigger leads. */
  from: z.string().optional(),
  contact: z
    .strictObject({ name: z.string().optional(), variables: z.record(z.string(), z.json()).optional() })
    .optional(),
  values: z.record(z.string(), z.json()).default({}),
  actions: z.record(z.string(), z.array(ActionAnswer).min(1)).default({}),
  turns: z.array(Turn).min(1),
  outcome: z.string().optional(),
  variables: z.record(z.string(), z.json()).default({}),
});
export type Case = z.infer<typeof Case>;

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
