import type { Text } from '@scenarium/language';

/** A text in one line: its first variant, or the general form of a plural. */
export function plainText(text: Text): string {
  const first = Array.isArray(text) ? text[0] : text;
  const words = typeof first === 'string' ? first : (first?.forms.other ?? '');
  return words.replaceAll(/\s+/g, ' ').trim();
}
