import { chooseLocale } from '@scenarium/language';
import type { Agent, ShownAs } from './model.ts';

/** An agent's name and description in the nearest of its languages to those somebody reads, the dearest first. */
export function shownTo({ shownAs, name, description }: Agent, languages: string | readonly string[]): ShownAs {
  const available = Object.keys(shownAs ?? {});
  return (available.length > 0 && shownAs[chooseLocale(languages, available)]) || { name, description };
}
