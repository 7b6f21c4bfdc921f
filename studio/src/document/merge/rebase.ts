import type { Scenario } from '@scenarium/language';
import type { Conflict } from './conflict.ts';
import { makeFit } from './make-fit.ts';
import { mergeValues } from './merge-values.ts';
import { tellApart } from './tell-apart.ts';

/** What came of a merge: a document that loads, and everything about which somebody should be asked. */
export interface Rebase {
  scenario: Scenario;
  conflicts: Conflict[];
  /** New things of theirs that had an id that mine had taken for something else: old id → new, by table. */
  renamed: Record<'steps' | 'flows' | 'messages' | 'notes', Record<string, string>>;
}

/**
 * Merges what two people made of one document, field by field. Changes of different things go together, whoever is called mine; where
 * both changed the same, mine is kept and a conflict holds all three. The result loads wherever the three do.
 *
 * @example
 * const { scenario, conflicts } = rebase({ base: lastSaved, mine: store.get(), theirs: fromServer });
 * store.execute(rewrite({ scenario, as: 'merge' }));
 */
export function rebase(three: { base: Scenario; mine: Scenario; theirs: Scenario }): Rebase {
  const conflicts: Conflict[] = [];
  const { theirs, renamed } = tellApart(three);
  const sides = { ...three, theirs };
  const merged = mergeValues(
    { base: withNotes(three.base), mine: withNotes(three.mine), theirs: withNotes(theirs) },
    [],
    (conflict) => conflicts.push(conflict),
  ) as Scenario;
  const scenario = makeFit(withoutEmptyNotes(merged), sides, (conflict) => conflicts.push(conflict));
  return { scenario, conflicts, renamed };
}

/** No notes are an empty list: both may write their first ones at once. */
function withNotes(scenario: Scenario): Scenario {
  return { ...scenario, notes: scenario.notes ?? [] };
}

function withoutEmptyNotes({ notes = [], ...scenario }: Scenario): Scenario {
  return notes.length > 0 ? { ...scenario, notes } : scenario;
}
