import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { currentLanguage, i18n } from './i18n.ts';
import type { Language } from './language.ts';

interface InterfaceLanguage {
  language: Language;
  switchTo(language: Language): void;
}

const switchTo = (language: Language): void => void i18n.changeLanguage(language);
const LanguageContext = createContext<InterfaceLanguage>({ language: currentLanguage(), switchTo });

/** Tells the whole interface when its language is another one: one listener, however much is written in it. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const language = useSyncExternalStore(subscribe, currentLanguage);
  return <LanguageContext value={useMemo(() => ({ language, switchTo }), [language])}>{children}</LanguageContext>;
}

/** The language of the interface, and how to switch it. */
export const useLanguage = (): InterfaceLanguage => useContext(LanguageContext);

function subscribe(listener: () => void): () => void {
  i18n.on('languageChanged', listener);
  return () => i18n.off('languageChanged', listener);
}
