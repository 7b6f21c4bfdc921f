import type { Language } from '../i18n/language.ts';

/** Each language calls itself. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', ru: 'Русский' };
