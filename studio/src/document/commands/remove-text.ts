import { done, type Command } from './command.ts';
import { refuse } from './refuse.ts';
import { dropText } from './write-text.ts';

/** Deletes a text in every language. Refuses while a step says it. */
export function removeText(input: { id: string }): Command {
  return {
    name: 'text.remove',
    values: { id: input.id },
    run(document) {
      if (!document.keys('messages').some((locale) => document.text(locale, input.id) !== undefined))
        return refuse('unknown_message', input.id);
      if (document.speakersOf(input.id).size > 0) return refuse('message_in_use', input.id);
      for (const locale of document.keys('messages')) dropText(document, locale, input.id);
      return done();
    },
  };
}
