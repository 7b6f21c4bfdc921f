import { definitionOf, type Step } from '@scenarium/language';
import { done, type Outcome } from '../commands/command.ts';
import { refuse } from '../commands/refuse.ts';
import type { Editing } from './editing.ts';

/** Does the document have what a step writes to and says? */
export function fits(document: Editing, step: Step): Outcome<void> {
  const definition = definitionOf(step);
  for (const { variable, path } of definition.writes?.(step) ?? []) {
    const declared = document.get('variables', variable);
    if (!declared) return refuse('unknown_variable', variable, path);
    if (declared.scope === 'agent') return refuse('read_only_variable', variable, path);
  }
  for (const { message, path } of definition.texts?.(step) ?? [])
    if (!hasText(document, message)) return refuse('unknown_message', message, path);
  return done();
}

/** Is there a text of this id in any of the scenario's languages? `without`: a language that does not count. */
export function hasText(document: Editing, message: string, without?: string): boolean {
  return document.head('locales').some((locale) => locale !== without && document.text(locale, message) !== undefined);
}
