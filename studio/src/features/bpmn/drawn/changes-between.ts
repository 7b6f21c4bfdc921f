import type { Scenario } from '@scenarium/language';
import { isSame } from '../../../document/index.ts';

interface Things {
  added: string[];
  removed: string[];
  changed: string[];
  any: boolean;
}

/** What differs between two states of a document, by ids. */
export interface Changes {
  /** `renamed`: changed in nothing but the name. */
  steps: Things & { renamed: string[] };
  /** `reconnected`: changed in where they lead from or to. */
  flows: Things & { reconnected: string[] };
  triggers: Things;
  /** Steps and triggers of both that stand elsewhere. */
  moved: string[];
  notes: Things;
  /** Something else: a variable, a text, the name of the scenario. */
  other: boolean;
}

export function changesBetween(before: Scenario, after: Scenario): Changes {
  const steps = things(before.steps, after.steps);
  const flows = things(before.flows, after.flows);
  const triggers = things(before.triggers, after.triggers);
  const removed = new Set([...steps.removed, ...triggers.removed]);
  const places = new Set([...Object.keys(before.layout ?? {}), ...Object.keys(after.layout ?? {})]);
  return {
    steps: { ...steps, renamed: changedBy(steps, before.steps, after.steps, isRenamed) },
    flows: { ...flows, reconnected: changedBy(flows, before.flows, after.flows, isReconnected) },
    triggers,
    notes: things(before.notes ?? [], after.notes ?? []),
    moved: [...places].filter((id) => !removed.has(id) && !isSame(before.layout?.[id], after.layout?.[id])),
    other: !isSame(remainder(before), remainder(after)),
  };
}

interface Thing {
  id: string;
}

function things(before: readonly Thing[], after: readonly Thing[]): Things {
  const [old, now] = [byId(before), byId(after)];
  const added = after.filter(({ id }) => !old.has(id)).map(({ id }) => id);
  const removed = before.filter(({ id }) => !now.has(id)).map(({ id }) => id);
  const changed = after.filter((thing) => old.has(thing.id) && !isSame(old.get(thing.id), thing)).map(({ id }) => id);
  return { added, removed, changed, any: added.length + removed.length + changed.length > 0 };
}

function changedBy<T extends Thing>(
  { changed }: Things,
  before: readonly T[],
  after: readonly T[],
  how: (before: T, after: T) => boolean,
): string[] {
  const [old, now] = [byId(before), byId(after)];
  return changed.filter((id) => how(old.get(id) as T, now.get(id) as T));
}

function isRenamed(
  { name: _, ...before }: Scenario['steps'][number],
  { name: _now, ...after }: Scenario['steps'][number],
): boolean {
  return isSame(before, after);
}

function isReconnected(before: Scenario['flows'][number], after: Scenario['flows'][number]): boolean {
  return before.from !== after.from || before.to !== after.to;
}

function remainder({
  steps: _,
  flows: _flows,
  triggers: _triggers,
  layout: _layout,
  notes: _notes,
  ...rest
}: Scenario): unknown {
  return rest;
}

const byId = <T extends Thing>(all: readonly T[]): Map<string, T> => new Map(all.map((thing) => [thing.id, thing]));
