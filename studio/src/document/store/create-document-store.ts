import type { Scenario } from '@scenarium/language';
import type { Command, Outcome } from '../commands/command.ts';
import { inverse } from '../editing/edit.ts';
import { Editing } from '../editing/editing.ts';
import { liveIndex } from '../editing/live-index.ts';
import type { DocumentStore } from './document-store.ts';
import { NO_HISTORY, remember, type Entry, type Title } from './history.ts';

/**
 * Opens a scenario for editing. `now` gives milliseconds (for telling a burst of typing from two changes).
 *
 * @example
 * const store = createDocumentStore(scenario);
 * store.execute(addStep({ step: { type: 'message' }, after: { from: 'greet' } }));
 * store.undo();
 * const steps = useSyncExternalStore(store.subscribe, () => store.get().steps);
 */
export function createDocumentStore(scenario: Scenario, now: () => number = Date.now): DocumentStore {
  const listeners = new Set<() => void>();
  let editing = new Editing(scenario);
  let history = NO_HISTORY;
  let saved = scenario;
  let revision = 0;
  let depth = 0;

  const index = liveIndex(() => editing);

  function tell(): void {
    revision += 1;
    for (const listener of [...listeners]) listener();
  }

  function attempt<T>(title: Title & { group?: string | undefined }, run: () => Outcome<T>): Outcome<T> {
    const mark = editing.mark();
    depth += 1;
    let outcome: Outcome<T> | undefined;
    try {
      outcome = run();
    } finally {
      depth -= 1;
      if (!outcome?.ok) editing.rollBack(mark);
      if (depth === 0) settle(title);
    }
    return outcome;
  }

  function settle({ name, values, group }: Title & { group?: string | undefined }): void {
    const before = editing.scenario;
    const { edits, scenario: after } = editing.commit();
    if (edits.length === 0) return;
    history = remember(history, { name, values, group, at: now(), edits, before, after });
    tell();
  }

  function travel(entry: Entry | undefined, by: -1 | 1): boolean {
    if (!entry || depth > 0) return false;
    editing.apply(by === -1 ? inverse(entry.edits) : entry.edits);
    editing.commit(by === -1 ? entry.before : entry.after);
    history = { ...history, position: history.position + by };
    tell();
    return true;
  }

  const last = (): Entry | undefined => history.entries[history.position - 1];
  const next = (): Entry | undefined => history.entries[history.position];

  return {
    index,
    get: () => editing.scenario,
    revision: () => revision,
    subscribe(listener) {
      const own = (): void => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    execute: <T>({ name, values = {}, group, run }: Command<T>) => attempt({ name, values, group }, () => run(editing)),
    transaction: (name, run) => attempt({ name, values: {} }, run),
    undo: () => travel(last(), -1),
    redo: () => travel(next(), 1),
    canUndo: () => last() !== undefined,
    canRedo: () => next() !== undefined,
    undoTitle: last,
    redoTitle: next,
    history: () => history,
    replace(other) {
      if (depth > 0) throw new Error('A document cannot be replaced in the middle of a transaction');
      editing = new Editing(other);
      history = NO_HISTORY;
      saved = other;
      tell();
    },
    markSaved(sent = editing.scenario) {
      saved = sent;
      tell();
    },
    isDirty: () => saved !== editing.scenario,
  };
}
