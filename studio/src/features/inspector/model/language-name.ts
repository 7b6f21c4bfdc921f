import { currentLanguage } from '../../../i18n/i18n.ts';

/** A language as the interface's language calls it. */
export function languageName(locale: string): string {
  return new Intl.DisplayNames([currentLanguage()], { type: 'language' }).of(locale) ?? locale;
}
