/**
 * The date (or, with `time`, the local date and time) that an expression writes out, as a field of a form takes it; undefined where the
 * expression is another. Instants are shown in the time zone of the browser.
 *
 * @example dateIn('"2026-11-21"', false) // '2026-11-21'
 */
export function dateIn(expression: string, time: boolean): string | undefined {
  const text = /^\s*"([\d:.TZ+-]+)"\s*$/.exec(expression)?.[1];
  if (text === undefined) return undefined;
  if (!time) return /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
  const instant = new Date(text);
  if (!text.includes('T') || Number.isNaN(instant.getTime())) return undefined;
  const local = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** The expression of a date as a field of a form gives it. */
export function writtenDate(value: string, time: boolean): string {
  return JSON.stringify(time ? new Date(value).toISOString() : value);
}
