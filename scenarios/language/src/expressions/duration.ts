const UNITS: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const LONGEST = 100 * 365 * 86_400_000;

/**
 * Milliseconds of a duration such as `30s`, `10m`, `2h`, `1d`, `1w` or `1h30m`; undefined when it is none (or beyond 100 years).
 *
 * @example parseDuration('1h30m') // 5_400_000
 */
export function parseDuration(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^(\d{1,9}(\.\d{1,3})?(ms|s|m|h|d|w))+$/.test(trimmed)) return undefined;
  let total = 0;
  for (const [, amount, unit] of trimmed.matchAll(/([\d.]+)(ms|s|m|h|d|w)/g))
    total += Number(amount) * (UNITS[unit as string] as number);
  return total <= LONGEST ? Math.round(total) : undefined;
}
