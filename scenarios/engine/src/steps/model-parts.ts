import type { Json, JsonObject, Step } from '@scenarium/language';
import type { EffectError } from '../contract/event.ts';
import type { Token } from '../contract/run.ts';
import type { Work } from '../work/work.ts';
import type { Outcome } from './handler.ts';

/** The settings that are there. */
export function given(settings: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as JsonObject;
}

/** A record as it came from outside; nothing where it is none. */
export function recordOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** The text of a field; empty where it is none. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** A step whose model may not be asked any more leaves by `exhausted` where that is drawn. */
export function unlessExhausted(work: Work, token: Token, step: Step, error: EffectError): Outcome {
  const isDrawn = work.compiled(token).flows(step.id, 'exhausted').length > 0;
  return error.code === 'budget_exhausted' && isDrawn ? { exit: 'exhausted' } : { fail: error };
}
