import { checked } from '../editing/checked.ts';
import { done, type Command } from './command.ts';
import { refuse } from './refuse.ts';

/** Adds a language, as the last one or at a position (0: the default). */
export function addLocale(input: { locale: string; position?: number }): Command {
  return {
    name: 'locale.add',
    values: { locale: input.locale },
    run(document) {
      const before = document.head('locales');
      if (before.includes(input.locale)) return refuse('duplicate_id', input.locale);
      const locales = checked.field('locales', before.toSpliced(input.position ?? before.length, 0, input.locale));
      if (!locales.ok) return locales;
      document.put('head', 'locales', locales.value);
      return done();
    },
  };
}
