import { loadScenario, type Scenario } from '@scenarium/language';
import { HEAD, LISTS, RECORDS, type Rows, type TableName } from '../editing/rows.ts';
import type { Editing } from '../editing/editing.ts';
import { tablesOf } from '../editing/tables-of.ts';
import { isSame } from '../editing/values.ts';
import { done, type Command } from './command.ts';

/**
 * Makes the document another one: what was typed in the text view, drawn in BPMN or merged. What is the same stays the very same
 * object, so views redraw only what changed. Refuses what does not load.
 */
export function rewrite(input: { scenario: Scenario; as?: 'rewrite' | 'bpmn' | 'import' | 'merge' }): Command {
  return {
    name: `document.${input.as ?? 'rewrite'}`,
    run(document) {
      const loading = loadScenario(input.scenario);
      if (!loading.ok) return { ok: false, problem: loading.problems[0] as (typeof loading.problems)[0] };
      const wanted = tablesOf(loading.scenario);
      for (const table of [...LISTS, ...RECORDS]) become(document, table, wanted[table].entries());
      for (const field of HEAD) {
        const value = wanted.head.get(field);
        if (value === undefined) document.remove('head', field);
        else if (!isSame(document.get('head', field), value)) document.put('head', field, value);
      }
      return done();
    },
  };
}

function become<T extends TableName>(document: Editing, table: T, wanted: [string, Rows[T]][]): void {
  const keys = new Set(wanted.map(([key]) => key));
  for (const key of [...document.keys(table)]) if (!keys.has(key)) document.remove(table, key);
  wanted.forEach(([key, value], position) => {
    const before = document.get(table, key);
    if (before === undefined) document.put(table, key, value, position);
    else {
      if (document.keys(table)[position] !== key) document.move(table, key, position);
      const next =
        table === 'messages' ? (sharing(before as Rows['messages'], value as Rows['messages']) as Rows[T]) : value;
      if (!isSame(before, next) || !sameOrder(before, next)) document.put(table, key, next);
    }
  });
}

/** Of the texts, those that are the same as before are the same objects. */
function sharing(before: Rows['messages'], after: Rows['messages']): Rows['messages'] {
  return Object.fromEntries(
    Object.entries(after).map(([id, text]) => [id, isSame(before[id], text) ? (before[id] as typeof text) : text]),
  );
}

function sameOrder(a: unknown, b: unknown): boolean {
  return Object.keys(a as object).join('\n') === Object.keys(b as object).join('\n');
}
