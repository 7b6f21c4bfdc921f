import { z } from 'zod';
import { Step } from '../steps/index.ts';
import { Flow } from './flow.ts';
import { Limits } from './limits.ts';
import { Messages } from './messages.ts';
import { Id, Locale, VariableName } from './names.ts';
import { Note } from './note.ts';
import { Trigger } from './trigger.ts';
import { Variable } from './variable.ts';

/** The schema version this code writes. */
export const FORMAT = 1;

/**
 * A scenario: one document in one language, shown as a graph, as BPMN or as text.
 * `locales[0]` is the default · `timezone` (IANA) is used for dates people type · `fallback` is the step a run goes to when a
 * step fails that has no `error` flow · `layout` and `notes` never change behaviour.
 */
export const Scenario = z.strictObject({
  format: z.literal(FORMAT),
  id: Id,
  name: z.string().min(1).max(200),
  description: z.string().max(5_000).optional(),
  locales: z.array(Locale).min(1).max(50),
  timezone: z.string().max(64).default('UTC'),
  variables: z.record(VariableName, Variable).default({}),
  triggers: z.array(Trigger).max(100),
  steps: z.array(Step).min(1).max(5_000),
  flows: z.array(Flow).max(20_000),
  messages: Messages.default({}),
  fallback: Id.optional(),
  limits: Limits.default({ stepsPerTurn: 200 }),
  layout: z.record(Id, z.strictObject({ x: z.number(), y: z.number() })).optional(),
  notes: z.array(Note).max(500).optional(),
});
export type Scenario = z.infer<typeof Scenario>;

/** A scenario as a person may write it: defaults left out. */
export type ScenarioInput = z.input<typeof Scenario>;
