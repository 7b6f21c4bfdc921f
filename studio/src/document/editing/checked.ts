import {
  Scenario,
  stepDefinitions,
  type Flow,
  type Note,
  type Problem,
  type Step,
  type Trigger,
  type Variable,
} from '@scenarium/language';
import { refuse } from '../commands/refuse.ts';

type Checked<T> = { ok: true; value: T } | { ok: false; problem: Problem };
interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } };
}

const NOT_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const noteSchema = Scenario.shape.notes.unwrap().element;

/** Checks parts of a document by the schema of the language before they are written. */
export const checked = {
  step: (value: unknown): Checked<Step> => {
    const type = (value as { type?: unknown } | null)?.type;
    if (typeof type !== 'string' || !Object.hasOwn(stepDefinitions, type))
      return refuse('invalid_value', String(type), ['type']);
    const { schema } = stepDefinitions[type as Step['type']];
    const step = by(schema as unknown as Schema<Step>, value);
    return step.ok && NOT_KEYS.has(step.value.id) ? refuse('reserved_name', step.value.id, ['id']) : step;
  },
  flow: (value: unknown): Checked<Flow> => by(Scenario.shape.flows.element, value),
  trigger: (value: unknown): Checked<Trigger> => by(Scenario.shape.triggers.element, value),
  note: (value: unknown): Checked<Note> => by(noteSchema, value),
  variable: (name: string, value: unknown): Checked<Variable> => {
    if (NOT_KEYS.has(name)) return refuse('reserved_name', name);
    const variables = by(Scenario.shape.variables, { [name]: value });
    return variables.ok ? { ok: true, value: variables.value[name] as Variable } : variables;
  },
  text: (locale: string, id: string, value: unknown): Checked<Scenario['messages'][string][string]> => {
    if (NOT_KEYS.has(id)) return refuse('reserved_name', id);
    const messages = by(Scenario.shape.messages, { [locale]: { [id]: value } });
    return messages.ok
      ? { ok: true, value: messages.value[locale]?.[id] as Scenario['messages'][string][string] }
      : messages;
  },
  field: <F extends keyof typeof Scenario.shape>(field: F, value: unknown): Checked<Scenario[F]> =>
    by(Scenario.shape[field] as unknown as Schema<Scenario[F]>, value),
};

function by<T>(schema: Schema<T>, value: unknown): Checked<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  const path = (issue?.path ?? []).filter((part) => typeof part !== 'symbol');
  return refuse('invalid_value', `${path.join('.')} ${issue?.message ?? ''}`.trim(), path);
}
