import type { Flow, Note, Scenario } from '@scenarium/language';
import { giveId } from '../commands/change-step-id.ts';
import { giveTextId } from '../commands/rename-text.ts';
import { Editing } from '../editing/editing.ts';
import { freshId } from '../editing/fresh-id.ts';
import { isSame } from '../editing/values.ts';

type Renamed = Record<'steps' | 'flows' | 'messages' | 'notes', Record<string, string>>;
interface Three {
  base: Scenario;
  mine: Scenario;
  theirs: Scenario;
}

/** Two people who add a step at once give it the same id by chance: theirs gets another one, before anything is merged. */
export function tellApart(three: Three): { theirs: Scenario; renamed: Renamed } {
  const [base, mine] = [new Editing(three.base), new Editing(three.mine)];
  const theirs = new Editing(three.theirs);
  const renamed: Renamed = { steps: {}, flows: {}, messages: {}, notes: {} };
  // Texts first: a step that says another text is another step.
  for (const id of textIds(theirs)) {
    if (
      isThere(base, id) ||
      !theirs.keys('messages').some((locale) => clash(mine.text(locale, id), theirs.text(locale, id)))
    )
      continue;
    const to = freshId(id, (other) => [base, mine, theirs].some((side) => isThere(side, other)));
    renamed.messages[id] = to;
    giveTextId(theirs, id, to);
  }
  for (const table of ['steps', 'flows', 'notes'] as const) {
    for (const id of [...theirs.keys(table)]) {
      const own = mine.get(table, id);
      if (!own || base.get(table, id) || isSame(own, theirs.get(table, id))) continue;
      const to = freshId(id, (other) => [base, mine, theirs].some((side) => side.get(table, other) !== undefined));
      renamed[table][id] = to;
      if (table === 'steps') giveId(theirs, id, to);
      else theirs.rekey(table, id, to, { ...theirs.get(table, id), id: to } as Flow & Note);
    }
  }
  return { theirs: theirs.commit().scenario, renamed };
}

function clash(mine: unknown, theirs: unknown): boolean {
  return mine !== undefined && theirs !== undefined && !isSame(mine, theirs);
}

function isThere(document: Editing, id: string): boolean {
  return document.keys('messages').some((locale) => document.text(locale, id) !== undefined);
}

function textIds(document: Editing): string[] {
  return [
    ...new Set(document.keys('messages').flatMap((locale) => Object.keys(document.get('messages', locale) ?? {}))),
  ];
}
