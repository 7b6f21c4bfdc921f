import { useSyncExternalStore } from 'react';
import { currentLanguage, i18n } from './i18n.ts';
import type { Language } from './language.ts';

/** The language of the interface, and how to switch it. */
export function useLanguage(): { language: Language; switchTo(language: Language): void } {
  return { language: useSyncExternalStore(subscribe, currentLanguage), switchTo };
}

function subscribe(listener: () => void): () => void {
  i18n.on('languageChanged', listener);
  return () => i18n.off('languageChanged', listener);
}

const switchTo = (language: Language): void => void i18n.changeLanguage(language);
