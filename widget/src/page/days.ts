const DAY_MS = 86_400_000;

/** The calendar day of a time where the reader is, to compare by. */
export function dayOf(at: string): string {
  return new Date(at).toDateString();
}

/** A day as a heading: `Today`, `Yesterday`, `Monday, 16 November`. */
export function dayTitle(at: string, locale: string, now = new Date()): string {
  const date = new Date(at);
  const ago = Math.round((startOf(date) - startOf(now)) / DAY_MS);
  if (ago === 0 || ago === -1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(ago, 'day');
  const isOtherYear = date.getFullYear() !== now.getFullYear();
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return date.toLocaleDateString(locale, isOtherYear ? { ...day, year: 'numeric' } : day);
}

function startOf(date: Date): number {
  return new Date(date).setHours(0, 0, 0, 0);
}
