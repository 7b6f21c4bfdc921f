import { Temporal } from 'temporal-polyfill';
import { readDate, type ReadDate } from './read-date.ts';
import type { Answer, AnswerOf, AnswerParser, Said } from './parser.ts';

/** A day: `2026-11-21`. */
export const date: AnswerParser<AnswerOf<'date'>> = (answer, said) => {
  const read = readDate(said);
  if (!read) return null;
  const value = read.date.toString();
  return within(answer, value, said) ? { value } : null;
};

/** A day with its time, as an instant with the scenario's offset: `2026-11-21T15:00:00+03:00`. */
export const datetime: AnswerParser<AnswerOf<'datetime'>> = (answer, said) => {
  const read = readDate(said);
  if (!read?.time) return null;
  const value = instantOf(read, read.time, said);
  return within(answer, value, said) ? { value } : null;
};

function instantOf({ date: day }: ReadDate, time: Temporal.PlainTime, { work, token }: Said): string {
  const zoned = day.toZonedDateTime({ timeZone: work.compiled(token).scenario.timezone, plainTime: time });
  return zoned.toString({ timeZoneName: 'never', fractionalSecondDigits: 0 });
}

/** Bounds are inclusive. A day is compared with the day of a bound, where the scenario is. */
function within(answer: Extract<Answer, { type: 'date' | 'datetime' }>, value: string, said: Said): boolean {
  const { min, max } = answer;
  const placed = (written: string): string | number =>
    answer.type === 'date' ? dayOf(written, said) : Date.parse(written);
  const bound = (source: string): string | number => placed(String(said.work.evaluate(said.token, source)));
  const at = placed(value);
  return !(min !== undefined && at < bound(min)) && !(max !== undefined && at > bound(max));
}

function dayOf(written: string, { work, token }: Said): string {
  const at = written.includes('T') ? Date.parse(written) : NaN;
  if (Number.isNaN(at)) return written.slice(0, 10);
  const { timezone } = work.compiled(token).scenario;
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate().toString();
}
