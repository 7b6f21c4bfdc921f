import type { Text, TextVariant } from '@scenarium/language';
import type { Editing } from '../editing/editing.ts';
import { hasText } from '../editing/fits.ts';
import { writeText as write } from '../editing/new-step.ts';
import { done, type Command } from './command.ts';
import { refuse } from './refuse.ts';

/**
 * Writes a text of one locale, or one variant of it (the next one is added); undefined takes it away. Typing is one step of undo.
 *
 * @example store.execute(writeText({ locale: 'ru', id: 'hello', variant: 1, text: 'Добрый день!' }))
 */
export function writeText(
  input: { locale: string; id: string } & (
    { text: Text | undefined; variant?: never } | { text: TextVariant | undefined; variant: number }
  ),
): Command {
  const { locale, id, text, variant } = input;
  return {
    name: 'text.write',
    values: { id, locale },
    group: `text:${locale}:${id}:${variant ?? ''}`,
    run(document) {
      if (!document.head('locales').includes(locale)) return refuse('unknown_locale', locale);
      const before = document.text(locale, id);
      const after = variant === undefined ? text : withVariant(before, variant, text as TextVariant | undefined);
      if (after !== undefined) return write(document, { locale, message: id, text: after });
      if (before === undefined) return refuse('unknown_message', id);
      if (document.speakersOf(id).size > 0 && !hasText(document, id, locale)) return refuse('message_in_use', id);
      dropText(document, locale, id);
      return done();
    },
  };
}

/** Takes a text out of one locale. */
export function dropText(document: Editing, locale: string, id: string): void {
  const texts = document.get('messages', locale);
  if (!texts || !Object.hasOwn(texts, id)) return;
  const { [id]: _, ...others } = texts;
  document.put('messages', locale, others);
}

function withVariant(text: Text | undefined, variant: number, next: TextVariant | undefined): Text | undefined {
  const variants = text === undefined ? [] : Array.isArray(text) ? text : [text];
  const changed = next === undefined ? variants.toSpliced(variant, 1) : variants.toSpliced(variant, 1, next);
  return changed.length > 1 ? changed : changed[0];
}
