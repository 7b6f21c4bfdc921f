import { found, type Rule } from '../context.ts';

/** A text that some language does not have. */
export const missingTranslation: Rule = {
  code: 'missing_translation',
  check({ scenario: { locales, messages } }) {
    const ids = new Set(locales.flatMap((locale) => Object.keys(messages[locale] ?? {})));
    return [...ids].flatMap((id) =>
      locales
        .filter((locale) => messages[locale]?.[id] === undefined)
        .map((locale) =>
          found(
            'missing_translation',
            'warning',
            { path: ['messages', locale, id] },
            { en: `“${id}” is missing in “${locale}”`, ru: `Текста «${id}» нет на языке «${locale}»` },
            { en: 'Translate it', ru: 'Переведите его' },
          ),
        ),
    );
  },
};
