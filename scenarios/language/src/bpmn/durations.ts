import { parseDuration } from '../expressions/duration.ts';

const SECONDS = { Y: 31_536_000, W: 604_800, D: 86_400, H: 3_600, M: 60, S: 1 } as const;
const MONTH = 2_592_000;
const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;

/** The ISO 8601 form of one of our durations; undefined where it is not known beforehand. */
export function toIsoDuration(duration: string): string | undefined {
  const milliseconds = parseDuration(duration);
  if (milliseconds === undefined) return undefined;
  const days = Math.floor(milliseconds / 86_400_000);
  const hours = Math.floor((milliseconds % 86_400_000) / 3_600_000);
  const minutes = Math.floor((milliseconds % 3_600_000) / 60_000);
  const seconds = (milliseconds % 60_000) / 1_000;
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`;
  if (!days && !time) return 'PT0S';
  return `P${days ? `${days}D` : ''}${time ? `T${time}` : ''}`;
}

/**
 * Our form of an ISO 8601 duration; a year counts as 365 days and a month as 30 (`exact` is false then).
 * @example fromIsoDuration('PT1H30M') // { duration: '1h30m', exact: true }
 */
export function fromIsoDuration(text: string): { duration: string; exact: boolean } | undefined {
  const parts = ISO.exec(text.trim());
  if (!parts || !/\d/.test(text)) return undefined;
  const [, years, months, weeks, days, hours, minutes, seconds] = parts.map((part) => Number(part ?? 0));
  const total =
    (years ?? 0) * SECONDS.Y +
    (months ?? 0) * MONTH +
    (weeks ?? 0) * SECONDS.W +
    (days ?? 0) * SECONDS.D +
    (hours ?? 0) * SECONDS.H +
    (minutes ?? 0) * SECONDS.M +
    (seconds ?? 0);
  const duration = ourForm(total);
  return parseDuration(duration) === undefined ? undefined : { duration, exact: !years && !months };
}

function ourForm(total: number): string {
  const whole = Math.floor(total);
  const rest: [number, string][] = [
    [Math.floor(whole / SECONDS.D), 'd'],
    [Math.floor((whole % SECONDS.D) / SECONDS.H), 'h'],
    [Math.floor((whole % SECONDS.H) / SECONDS.M), 'm'],
    [whole % SECONDS.M, 's'],
    [Math.round((total - whole) * 1_000), 'ms'],
  ];
  const written = rest.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount}${unit}`);
  return written.join('') || '0s';
}
