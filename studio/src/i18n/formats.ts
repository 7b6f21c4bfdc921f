import { currentLanguage } from './i18n.ts';

/** `5 minutes ago`, in the language of the interface. */
export function ago(iso: string, now = Date.now()): string {
  const seconds = Math.round((Date.parse(iso) - now) / 1_000);
  const format = new Intl.RelativeTimeFormat(currentLanguage(), { numeric: 'auto', style: 'short' });
  const size = Math.abs(seconds);
  if (size < 60) return format.format(0, 'minute');
  if (size < 3_600) return format.format(Math.round(seconds / 60), 'minute');
  if (size < 86_400) return format.format(Math.round(seconds / 3_600), 'hour');
  if (size < 30 * 86_400) return format.format(Math.round(seconds / 86_400), 'day');
  return new Date(iso).toLocaleDateString(currentLanguage());
}

export function dateTime(iso: string | number): string {
  return new Date(iso).toLocaleString(currentLanguage(), { dateStyle: 'medium', timeStyle: 'short' });
}

export function clockTime(iso: string | number): string {
  return new Date(iso).toLocaleTimeString(currentLanguage(), { hourCycle: 'h23' });
}

export function count(value: number): string {
  return value.toLocaleString(currentLanguage());
}

export function money(value: number): string {
  return value.toLocaleString(currentLanguage(), { maximumFractionDigits: value < 1 ? 5 : 2 });
}

export function fileSize(bytes: number): string {
  const [amount, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  return amount.toLocaleString(currentLanguage(), { style: 'unit', unit, maximumFractionDigits: 1 });
}
