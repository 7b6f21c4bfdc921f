import { hasText } from '../editing/fits.ts';
import { done, type Command } from './command.ts';
import { refuse } from './refuse.ts';

/** Deletes a language with its texts. Refuses while it alone has a text that is said. */
export function removeLocale(input: { locale: string }): Command {
  const { locale } = input;
  return {
    name: 'locale.remove',
    values: { locale },
    run(document) {
      const before = document.head('locales');
      if (!before.includes(locale)) return refuse('unknown_locale', locale);
      if (before.length === 1) return refuse('last_locale');
      const only = Object.keys(document.get('messages', locale) ?? {}).find(
        (id) => document.speakersOf(id).size > 0 && !hasText(document, id, locale),
      );
      if (only !== undefined) return refuse('message_in_use', only);
      document.put(
        'head',
        'locales',
        before.filter((other) => other !== locale),
      );
      document.remove('messages', locale);
      return done();
    },
  };
}
