import i18next from 'i18next';
import { firstLanguage, rememberLanguage, type Language } from './language.ts';

/** Texts of the interface. Features add their own when they are loaded: see `define-texts.ts`. */
export const i18n = i18next.createInstance();

void i18n.init({
  lng: firstLanguage(),
  fallbackLng: 'en',
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
});
i18n.on('languageChanged', (language) => {
  rememberLanguage(language as Language);
  document.documentElement.lang = language;
});
document.documentElement.lang = i18n.language;

export const currentLanguage = (): Language => (i18n.language === 'ru' ? 'ru' : 'en');
