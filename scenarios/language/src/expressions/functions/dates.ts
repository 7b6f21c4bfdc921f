import { Temporal } from 'temporal-polyfill';
import { parseDuration } from '../duration.ts';
import type { Evaluation } from '../evaluation.ts';
import { Failure } from '../failure.ts';
import { define } from './define.ts';
import { formatDate } from './format-date.ts';

const DAY = 86_400_000;
const COST = 2_000;

export const dateFunctions = [
  define('addTime', {
    takes: ['text', 'text'],
    gives: 'text',
    en: 'A date or datetime moved by a duration: 30m, 2h, 1d, 1w, with a minus before it back in time',
    ru: 'Дата или дата со временем, сдвинутая на срок: 30m, 2h, 1d, 1w; с минусом — назад',
    example: 'addTime("2026-11-21T10:00:00Z", "-2h")',
    call: addTime,
  }),
  define('daysBetween', {
    takes: ['text', 'text'],
    gives: 'number',
    en: 'Days from one date to another (negative when it was before)',
    ru: 'Сколько дней от одной даты до другой (отрицательно, если она раньше)',
    example: 'daysBetween("2026-11-21", "2026-12-01")',
    call: (run, from, to) => dayOf(run, from).until(dayOf(run, to)).days,
  }),
  define('dateOf', {
    takes: ['text'],
    gives: 'text',
    en: 'The date of a datetime, in the scenario’s time zone',
    ru: 'Дата из даты со временем в часовом поясе сценария',
    example: 'dateOf("2026-11-21T10:00:00Z")',
    call: (run, value) => dayOf(run, value).toString(),
  }),
  define('formatDate', {
    takes: ['text'],
    mayTake: ['text'],
    gives: 'text',
    en: 'Written in the run’s language, in the scenario’s time zone; style: short, medium, long (if left out), full or time',
    ru: 'На языке диалога в часовом поясе сценария; стиль: short, medium, long (без него), full или time',
    example: 'formatDate("2026-11-21", "long")',
    call(run, value, style = 'long') {
      run.spend(COST);
      return formatDate(run, { value, at: instantOf(value), style });
    },
  }),
];

function addTime(run: Evaluation, value: string, duration: string): string {
  run.spend(COST);
  const length = parseDuration(duration.replace(/^[+-]/, ''));
  if (length === undefined)
    throw new Failure('expression_type', `“${duration.slice(0, 40)}” is not a duration such as 2h`);
  const by = duration.startsWith('-') ? -length : length;
  if (!value.includes('T') && by % DAY !== 0)
    throw new Failure('expression_type', `a date without a time moves by whole days, not by ${duration}`);
  const at = new Date(instantOf(value) + by);
  if (!(Math.abs(at.getUTCFullYear()) <= 9_999))
    throw new Failure('expression_type', `“${value}” cannot be moved by ${duration}`);
  if (!value.includes('T')) return at.toISOString().slice(0, 10);
  const offset = /[+-]\d\d:\d\d$/.exec(value)?.[0];
  if (offset === undefined) return at.toISOString();
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toString({ timeZone: offset });
}

/** The day of a date, or of a datetime where the scenario is. */
function dayOf(run: Evaluation, value: string): Temporal.PlainDate {
  run.spend(COST);
  const at = instantOf(value);
  if (!value.includes('T')) return Temporal.PlainDate.from(value);
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(run.timezone).toPlainDate();
}

/** Milliseconds since 1970 of a date (its midnight in UTC) or a datetime. @throws Failure */
function instantOf(value: string): number {
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return Temporal.PlainDate.from(value).toZonedDateTime('UTC').epochMilliseconds;
    return Temporal.Instant.from(value).epochMilliseconds;
  } catch {
    const why = `“${value.slice(0, 40)}” is not a date such as 2026-11-21 or 2026-11-21T10:00:00Z`;
    throw new Failure('expression_type', why);
  }
}
