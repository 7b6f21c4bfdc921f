import { done, type Command } from './command.ts';
import { refuse } from './refuse.ts';

/** Puts the languages in another order; the first is the default. */
export function reorderLocales(input: { locales: readonly string[] }): Command {
  return {
    name: 'locale.reorder',
    run(document) {
      const before = document.head('locales');
      const isOrder =
        input.locales.length === before.length && before.every((locale) => input.locales.includes(locale));
      if (!isOrder) return refuse('not_an_order');
      if (before.some((locale, i) => locale !== input.locales[i])) document.put('head', 'locales', [...input.locales]);
      return done();
    },
  };
}
