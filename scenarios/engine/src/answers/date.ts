import type { Temporal } from 'temporal-polyfill';
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

function within(answer: Extract<Answer, { type: 'date' | 'datetime' }>, value: string, { work, token }: Said): boolean {
  const bound = (source: string | undefined): number =>
    source === undefined ? NaN : Date.parse(String(work.evaluate(token, source)));
  const at = Date.parse(value);
  return !(at < bound(answer.min)) && !(at > bound(answer.max));
}
