import type { Problem } from '@scenarium/language';
import { createContext, useContext, useMemo, useState } from 'react';
import { useLanguage } from '../../i18n/use-language.tsx';
import type { PluginAction } from './plugin-actions.ts';

/** The language in which texts are shown, the actions that plugins offer, and what is wrong. */
export interface Shown {
  locale: string;
  setLocale(locale: string): void;
  actions: readonly PluginAction[];
  problems: readonly Problem[];
}

export const ShownContext = createContext<Shown>({
  locale: 'en',
  setLocale: () => undefined,
  actions: [],
  problems: [],
});
export const useShown = (): Shown => useContext(ShownContext);

/** What an open scenario shows: its texts in the language of the interface, until another is chosen. */
export function useShownTexts(
  locales: readonly string[],
  { actions, problems }: Pick<Shown, 'actions' | 'problems'>,
): Shown {
  const { language } = useLanguage();
  const [chosen, setLocale] = useState<string>(language);
  const locale = locales.find((one) => one === chosen) ?? locales[0] ?? 'en';
  return useMemo(() => ({ locale, setLocale, actions, problems }), [locale, actions, problems]);
}
