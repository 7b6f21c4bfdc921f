import type { Problem } from '@scenarium/language';
import { createContext, useContext, useMemo, useState } from 'react';
import type { Answer } from '../../api/send.ts';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';
import { useLanguage } from '../../i18n/use-language.ts';

export type PluginAction = Answer<'listPlugins'>['plugins'][number]['actions'][number];

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
export function useShownTexts(locales: readonly string[], problems: Shown['problems']): Shown {
  const { language } = useLanguage();
  const [chosen, setLocale] = useState<string>(language);
  const locale = locales.find((one) => one === chosen) ?? locales[0] ?? 'en';
  const { data } = useRead('listPlugins', {}, { enabled: useCan('connections:read') });
  const actions = useMemo(() => data?.plugins.flatMap((plugin) => plugin.actions) ?? [], [data]);
  return useMemo(() => ({ locale, setLocale, actions, problems }), [locale, actions, problems]);
}
