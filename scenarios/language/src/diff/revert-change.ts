import type { Scenario } from '../document/scenario.ts';
import { definitionOf, type Step } from '../steps/index.ts';
import type { Change } from './diff.ts';
import { arrange, restore } from './restore.ts';

interface Thing {
  id: string;
}

const LISTS = { step: 'steps', flow: 'flows', trigger: 'triggers', note: 'notes' } as const;

/**
 * A scenario with one of its changes undone, the rest as it is. `change` is one of `diff(before, current)`. A step that comes back
 * brings its flows and texts where both ends are there; one that goes takes its flows along.
 *
 * @example
 * const [change] = diff(published, draft);
 * const draftWithoutIt = revertChange(published, draft, change);
 */
export function revertChange(before: Scenario, current: Scenario, change: Change): Scenario {
  const next = copyOf(current);
  const { what, id } = change;
  const fields = next as unknown as Record<string, unknown>;
  if (what === 'scenario') setField(fields, change);
  else if (what === 'layout') revertPlaces(before, next);
  else if (what === 'order') {
    const list = id as 'flows' | 'triggers';
    return { ...next, [list]: arrange<Thing>(before[list], next[list]) };
  } else if (what === 'text') revertText(before, next, change);
  else if (what === 'variable') revertRecord(before.variables, next.variables, change);
  else revertThing(before, next, { ...change, what });
  return copyOf(next);
}

function copyOf(scenario: Scenario): Scenario {
  return JSON.parse(JSON.stringify(scenario)) as Scenario;
}

function revertThing(before: Scenario, next: Scenario, change: Change & { what: keyof typeof LISTS }): void {
  const list = LISTS[change.what];
  const items: Thing[] = next[list] ?? [];
  const found = items.find(({ id }) => id === change.id);
  if (change.kind === 'added') {
    (next[list] as Thing[]) = items.filter((item) => item !== found);
    if (change.what === 'step') letFlowsGo(before, next, change.id);
  } else if (found && change.kind === 'changed') setField(found as unknown as Record<string, unknown>, change);
  else if (!found) {
    (next[list] as Thing[]) = restore<Thing>(before[list] ?? [], items, change.id);
    if (change.what === 'step') bringAlong(before, next, change.id);
  }
}

/** A step went: flows that touched it are what they were before, or go with it. */
function letFlowsGo(before: Scenario, next: Scenario, step: string): void {
  const steps = new Set(next.steps.map(({ id }) => id));
  next.flows = next.flows.flatMap((flow) => {
    if (flow.from !== step && flow.to !== step) return [flow];
    const old = before.flows.find(({ id }) => id === flow.id);
    return old && steps.has(old.from) && steps.has(old.to) ? [old] : [];
  });
  if (next.layout && !before.layout?.[step]) delete next.layout[step];
}

/** A step came back: so do its flows between steps that are there, and the texts it says. */
function bringAlong(before: Scenario, next: Scenario, step: string): void {
  const steps = new Set(next.steps.map(({ id }) => id));
  for (const { id, from, to } of before.flows) {
    const isIts = (from === step || to === step) && steps.has(from) && steps.has(to);
    if (isIts && !next.flows.some((flow) => flow.id === id)) next.flows = restore(before.flows, next.flows, id);
  }
  const back = before.steps.find(({ id }) => id === step) as Step;
  for (const { message } of definitionOf(back).texts?.(back) ?? [])
    for (const [locale, texts] of Object.entries(before.messages))
      if (texts[message] !== undefined) (next.messages[locale] ??= {})[message] ??= texts[message];
}

/** Steps and notes lie where they lay; notes stand in the order they stood in. */
function revertPlaces(before: Scenario, next: Scenario): void {
  setField(next as unknown as Record<string, unknown>, { path: 'layout', before: before.layout });
  if (!before.notes || !next.notes) return;
  const old = new Map(before.notes.map((note) => [note.id, note]));
  next.notes = arrange(before.notes, next.notes).map((note) => {
    const { x, y, width, height } = old.get(note.id) ?? note;
    return { ...note, x, y, width, height };
  });
}

function revertText(before: Scenario, next: Scenario, change: Change): void {
  const [, message = '', locale = ''] = /^(.+) \((.+)\)$/.exec(change.id) ?? [];
  const texts = (next.messages[locale] ??= {});
  const old = before.messages[locale]?.[message];
  if (old === undefined) delete texts[message];
  else texts[message] = old;
  if (Object.keys(texts).length === 0 && !before.messages[locale]) delete next.messages[locale];
}

function revertRecord(before: Record<string, unknown>, next: Record<string, unknown>, change: Change): void {
  const held = next[change.id];
  if (change.kind === 'added') delete next[change.id];
  else if (change.kind === 'changed' && held) setField(held as Record<string, unknown>, change);
  else if (!held) next[change.id] = before[change.id];
}

function setField(thing: Record<string, unknown>, { path, before }: Pick<Change, 'path' | 'before'>): void {
  if (path === undefined) return;
  if (before === undefined) delete thing[path];
  else thing[path] = before;
}
