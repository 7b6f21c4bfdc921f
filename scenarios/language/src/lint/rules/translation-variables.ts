import type { Text } from '../../document/messages.ts';
import { found, type LintContext, type Rule } from '../context.ts';

/** A translation that mentions other variables than the text in the default language. */
export const translationVariables: Rule = {
  code: 'translation_variables',
  check(context) {
    const { locales, messages } = context.scenario;
    const [first = '', ...others] = locales;
    return Object.entries(messages[first] ?? {}).flatMap(([id, text]) => {
      const expected = readsOf(context, text);
      return others.flatMap((locale) => {
        const translated = messages[locale]?.[id];
        if (translated === undefined || readsOf(context, translated) === expected) return [];
        const message = {
          en: `“${id}” mentions other variables in “${locale}” than in “${first}”`,
          ru: `Текст «${id}» упоминает на «${locale}» не те переменные, что на «${first}»`,
        };
        return [
          found('translation_variables', 'warning', { path: ['messages', locale, id] }, message, {
            en: 'Compare the translations',
            ru: 'Сравните переводы',
          }),
        ];
      });
    });
  },
};

function readsOf({ checker }: LintContext, text: Text): string {
  return [...new Set(checker.template(text).reads)].sort().join(' ');
}
