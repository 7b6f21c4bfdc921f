import type { Token } from '../contract/run.ts';
import { StepFailure } from '../work/step-failure.ts';
import type { Work } from '../work/work.ts';

/** Starts a timer of this visit and answers its id. */
export function startTimer(work: Work, token: Token, milliseconds: number): string {
  return work.command(token, { kind: 'start-timer', at: work.at + milliseconds });
}

/** Milliseconds until an instant given by an expression (a date means its midnight, UTC); nothing when it is past. @throws StepFailure `invalid_date` */
export function untilInstant(work: Work, token: Token, source: string): number {
  const value = work.evaluate(token, source);
  const instant = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(instant))
    throw new StepFailure('invalid_date', `${JSON.stringify(value)} is not a date such as “2026-11-21T10:00:00Z”`);
  return Math.max(0, instant - work.at);
}
