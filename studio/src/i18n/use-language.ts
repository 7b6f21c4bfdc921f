import { useTranslation } from 'react-i18next';
import { i18n } from './i18n.ts';
import type { Language } from './language.ts';

/** The language of the interface, and how to switch it. */
export function useLanguage(): { language: Language; switchTo(language: Language): void } {
  const { i18n: current } = useTranslation(undefined, { i18n });
  return {
    language: current.language === 'ru' ? 'ru' : 'en',
    switchTo: (language) => void i18n.changeLanguage(language),
  };
}
