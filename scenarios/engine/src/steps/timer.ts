import { Temporal } from 'temporal-polyfill';
import type { Token } from '../contract/run.ts';
import { StepFailure } from '../work/step-failure.ts';
import type { Work } from '../work/work.ts';

/** Starts a timer of this visit and answers its id. */
export function startTimer(work: Work, token: Token, milliseconds: number): string {
  return work.command(token, { kind: 'start-timer', at: work.at + milliseconds });
}

/**
 * Milliseconds until an instant given by an expression; nothing when it is past. A date means its first moment, a datetime without an
 * offset its time, where the scenario is; in an hour that a change of clocks leaves out or repeats, as calendars do (RFC 5545).
 *
 * @throws StepFailure `invalid_date`
 */
export function untilInstant(work: Work, token: Token, source: string): number {
  const value = work.evaluate(token, source);
  const instant = typeof value === 'string' ? instantOf(value, work.compiled(token).scenario.timezone) : null;
  if (instant === null)
    throw new StepFailure('invalid_date', `${JSON.stringify(value)} is not a date such as “2026-11-21T10:00:00Z”`);
  return Math.max(0, instant - work.at);
}

function instantOf(value: string, timezone: string): number | null {
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(value))
      return Temporal.PlainDate.from(value).toZonedDateTime(timezone).epochMilliseconds;
    if (/(Z|[+-]\d\d:?\d\d)(\[|$)/i.test(value)) return Temporal.Instant.from(value).epochMilliseconds;
    return Temporal.PlainDateTime.from(value).toZonedDateTime(timezone).epochMilliseconds;
  } catch {
    return null;
  }
}
