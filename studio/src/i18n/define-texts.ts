import { i18n } from './i18n.ts';
import { useLanguage } from './use-language.tsx';
import type { Language } from './language.ts';

type Texts = Record<string, string>;
/** A key as it is asked for: plural forms are kept under `key_one`, `key_few` and so on. */
type KeyOf<T> = keyof T extends infer K
  ? K extends `${infer Base}_${'one' | 'few' | 'many' | 'other'}`
    ? Base
    : K
  : never;

/** Gives a text of a feature in the language of the interface. */
export type Translate<T extends Texts> = (key: KeyOf<T> & string, values?: Record<string, string | number>) => string;

/**
 * Adds the texts of a feature, and makes the hook that gives them.
 *
 * @example
 * export const useTexts = defineTexts('agents', { en, ru });
 * const t = useTexts(); t('title')
 */
export function defineTexts<T extends Texts>(namespace: string, { en, ru }: { en: T; ru: Texts }): () => Translate<T> {
  i18n.addResourceBundle('en', namespace, en);
  i18n.addResourceBundle('ru', namespace, ru);
  const inLanguage = (language: Language): Translate<T> => {
    // Its own types know nothing of texts that are added later.
    const give = i18n.getFixedT(language, namespace) as unknown as (key: string, values: object) => string;
    return (key, values = {}) => give(key, values);
  };
  const translate: Record<Language, Translate<T>> = { en: inLanguage('en'), ru: inLanguage('ru') };
  return () => translate[useLanguage().language];
}
