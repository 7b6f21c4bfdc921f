import { parseDuration } from '@scenarium/language';

/** Units of time in which a duration is written, with their milliseconds, the longest first. */
export const UNITS = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 } as const;
export type Unit = keyof typeof UNITS;

/** A duration as one number of one unit. */
export interface Amount {
  amount: number;
  unit: Unit;
}

/** No duration is written with a longer number. */
const MOST = 999_999_999;

/**
 * Reads a duration as a whole number of the longest unit that fits; undefined for a template, what is no duration, and what cannot be
 * written as one number.
 *
 * @example amountOf('1h30m') // { amount: 90, unit: 'm' }
 */
export function amountOf(text: string): Amount | undefined {
  const single = /^\s*(\d+)(w|d|h|m|s)\s*$/.exec(text);
  if (single) return { amount: Number(single[1]), unit: single[2] as Unit };
  const milliseconds = parseDuration(text);
  if (milliseconds === undefined) return undefined;
  const unit = (Object.keys(UNITS) as Unit[]).find((one) => milliseconds % UNITS[one] === 0);
  const amount = unit && milliseconds / UNITS[unit];
  return unit && amount !== undefined && amount <= MOST ? { amount, unit } : undefined;
}

/** Writes a duration. */
export function durationOf({ amount, unit }: Amount): string {
  return `${amount}${unit}`;
}
