import type { Scenario } from '@scenarium/language';

/** How many texts there are, and how many each language lacks. */
export function completeness(
  locales: readonly string[],
  messages: Scenario['messages'],
): { all: number; missing: Readonly<Record<string, number>> } {
  const ids = textIds(locales, messages);
  const missing = locales.map(
    (locale) => [locale, ids.filter((id) => isMissing(messages[locale]?.[id])).length] as const,
  );
  return { all: ids.length, missing: Object.fromEntries(missing) };
}

/** The ids of all texts, in the order of the default language. */
export function textIds(locales: readonly string[], messages: Scenario['messages']): string[] {
  return [...new Set(locales.flatMap((locale) => Object.keys(messages[locale] ?? {})))];
}

/** An empty text counts as one that is not there. */
export function isMissing(text: unknown): boolean {
  return text === undefined || text === '';
}
