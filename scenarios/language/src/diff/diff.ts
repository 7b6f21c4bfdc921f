import type { Scenario } from '../document/scenario.ts';

/**
 * One difference between two scenarios. `path` names the field inside the thing; absent when the thing itself came or went.
 * An `order` is that of the `flows` or `triggers`, which decides where several may be taken.
 */
export interface Change {
  kind: 'added' | 'removed' | 'changed';
  what: 'scenario' | 'step' | 'flow' | 'trigger' | 'variable' | 'text' | 'note' | 'order' | 'layout';
  id: string;
  path?: string;
  before?: unknown;
  after?: unknown;
}

type Things = Record<string, unknown>;

/** What changed from one scenario to another, thing by thing. Things are the same when their ids are. */
export function diff(before: Scenario, after: Scenario): Change[] {
  return [
    ...fields('scenario', before.id, headOf(before), headOf(after)),
    ...things('variable', before.variables, after.variables),
    ...things('trigger', byId(before.triggers), byId(after.triggers)),
    ...things('step', byId(before.steps), byId(after.steps)),
    ...things('flow', byId(before.flows), byId(after.flows)),
    ...order('triggers', before, after),
    ...order('flows', before, after),
    ...texts(before, after),
    ...things('note', contentsOf(before), contentsOf(after)),
    ...(same(placesOf(before, after), placesOf(after, before))
      ? []
      : [{ kind: 'changed' as const, what: 'layout' as const, id: 'layout' }]),
  ];
}

function headOf({ name, description, locales, timezone, fallback, limits }: Scenario): Things {
  return { name, description, locales, timezone, fallback, limits };
}

/** What notes say; where they lie is layout. */
function contentsOf({ notes = [] }: Scenario): Things {
  return Object.fromEntries(notes.map(({ id, text, color }) => [id, { text, color }]));
}

/** Where steps lie, and those notes that the other scenario has too. */
function placesOf({ layout, notes = [] }: Scenario, { notes: others = [] }: Scenario): unknown {
  const ids = new Set(others.map(({ id }) => id));
  const shared = notes.filter(({ id }) => ids.has(id));
  return [layout, shared.map(({ id, x, y, width, height }) => [id, x, y, width, height])];
}

function byId(items: readonly { id: string }[]): Things {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}

function things(what: Change['what'], before: Things, after: Things): Change[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return ids.flatMap((id): Change[] => {
    if (before[id] === undefined) return [{ kind: 'added', what, id, after: after[id] }];
    if (after[id] === undefined) return [{ kind: 'removed', what, id, before: before[id] }];
    return fields(what, id, before[id] as Things, after[id] as Things);
  });
}

function fields(what: Change['what'], id: string, before: Things, after: Things): Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((path) => !same(before[path], after[path]))
    .map((path) => ({ kind: 'changed', what, id, path, before: before[path], after: after[path] }));
}

function texts(before: Scenario, after: Scenario): Change[] {
  const flat = ({ messages }: Scenario): Things =>
    Object.fromEntries(
      Object.entries(messages).flatMap(([locale, all]) =>
        Object.entries(all).map(([id, text]) => [`${id} (${locale})`, { text }]),
      ),
    );
  return things('text', flat(before), flat(after));
}

/** Those that stayed, when they stand in another order. */
function order(id: 'flows' | 'triggers', before: Scenario, after: Scenario): Change[] {
  const idsOf = (scenario: Scenario): string[] => scenario[id].map((item) => item.id);
  const [was, is] = [idsOf(before), idsOf(after)];
  const present = new Set(is);
  const kept = new Set(was.filter((item) => present.has(item)));
  const [wasKept, isKept] = [was, is].map((ids) => ids.filter((item) => kept.has(item)));
  return same(wasKept, isKept)
    ? []
    : [{ kind: 'changed', what: 'order', id, path: 'order', before: wasKept, after: isKept }];
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
