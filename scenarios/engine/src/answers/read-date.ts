import { casual as english, type Component } from 'chrono-node/en';
import { casual as russian } from 'chrono-node/ru';
import { Temporal } from 'temporal-polyfill';
import type { Said } from './parser.ts';

/** A date somebody wrote, and the time if they said one. */
export interface ReadDate {
  date: Temporal.PlainDate;
  time: Temporal.PlainTime | null;
}

/**
 * Reads a date: `2026-11-21`, `21.11.2026`, "tomorrow", "в пятницу в 15:00". Relative words count from the event's time in the
 * scenario's time zone; the zone of the machine plays no part.
 */
export function readDate({ work, token, message }: Said): ReadDate | null {
  const text = message.text.trim().slice(0, 200);
  const now = Temporal.Instant.fromEpochMilliseconds(work.at).toZonedDateTimeISO(
    work.compiled(token).scenario.timezone,
  );
  return readExact(text) ?? readSpoken(text, now, work.run.locale);
}

const EXACT =
  /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))(?:[ T,]+(?:в |at )?(\d{1,2})[:.](\d{2}))?$/;

function readExact(text: string): ReadDate | null {
  const match = EXACT.exec(text);
  if (!match) return null;
  const [, isoYear, isoMonth, isoDay, day, month, year, hour, minute] = match;
  try {
    const date = Temporal.PlainDate.from(
      { year: Number(isoYear ?? year), month: Number(isoMonth ?? month), day: Number(isoDay ?? day) },
      { overflow: 'reject' },
    );
    const time =
      hour === undefined
        ? null
        : Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) }, { overflow: 'reject' });
    return { date, time };
  } catch {
    return null;
  }
}

function readSpoken(text: string, now: Temporal.ZonedDateTime, locale: string): ReadDate | null {
  const reference = { instant: new Date(now.epochMilliseconds), timezone: now.offsetNanoseconds / 6e10 };
  const languages = locale.startsWith('ru') ? [russian, english] : [english, russian];
  for (const language of languages) {
    const [found] = language.parse(text, reference, { forwardDate: true });
    if (!found) continue;
    const { start } = found;
    const part = (name: Component): number => start.get(name) ?? 0;
    const date = Temporal.PlainDate.from({ year: part('year'), month: part('month'), day: part('day') });
    const time = start.isCertain('hour')
      ? Temporal.PlainTime.from({ hour: part('hour'), minute: part('minute') })
      : null;
    return { date, time };
  }
  return null;
}
