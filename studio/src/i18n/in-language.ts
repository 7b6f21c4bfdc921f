import { currentLanguage } from './i18n.ts';

/** The words of the interface's language, or the nearest that there are. */
export function inLanguage(words: Record<string, string> | undefined): string {
  return words?.[currentLanguage()] ?? words?.['en'] ?? Object.values(words ?? {})[0] ?? '';
}
