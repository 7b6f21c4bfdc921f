import type { Evaluation } from '../evaluation.ts';
import { Failure } from '../failure.ts';

const dateStyles = new Set(['short', 'medium', 'long', 'full'] as const);
type DateStyle = typeof dateStyles extends Set<infer S> ? S : never;

const MOST_FORMATTERS = 200;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** A date or datetime (`at`: its instant) in the run's language. A date has no time zone; a datetime is shown in the scenario's. */
export function formatDate(
  run: Evaluation,
  { value, at, style }: { value: string; at: number; style: string },
): string {
  const timed = value.includes('T');
  if (style === 'time' && !timed) throw new Failure('expression_type', `“${value}” has no time`);
  const timeZone = timed ? run.timezone : 'UTC';
  const key = `${run.locale} ${timeZone} ${style} ${timed}`;
  const known = formatters.get(key);
  if (known) return known.format(at);
  const made = formatter(run.locale, optionsOf(style, timed, timeZone));
  if (formatters.size >= MOST_FORMATTERS) formatters.clear();
  formatters.set(key, made);
  return made.format(at);
}

function optionsOf(style: string, timed: boolean, timeZone: string): Intl.DateTimeFormatOptions {
  if (style === 'time') return { timeStyle: 'short', timeZone };
  if (!isDateStyle(style)) {
    const known = [...dateStyles, 'time'].join(', ');
    throw new Failure('expression_type', `there is no date style “${style.slice(0, 40)}”: use one of ${known}`);
  }
  return { dateStyle: style, timeZone, ...(timed && { timeStyle: 'short' }) };
}

function isDateStyle(style: string): style is DateStyle {
  return (dateStyles as Set<string>).has(style);
}

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, options);
  } catch {
    throw new Failure(
      'expression_failed',
      `“${locale.slice(0, 40)}” is no locale, or “${options.timeZone}” no time zone`,
    );
  }
}
