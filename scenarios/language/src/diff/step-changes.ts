import type { Scenario } from '../document/scenario.ts';
import { definitionOf, type Step } from '../steps/index.ts';

/** What is different about a step: what it does, where it leads, what it says. */
export type StepPart = 'config' | 'exits' | 'texts';

/** What became of a step; `parts` is empty when it is gone. */
export interface StepChange {
  change: 'changed' | 'removed';
  parts: StepPart[];
}

/**
 * What became of the steps of a scenario in another version of it, by step id; steps that mean the same are left out. Names,
 * positions and ids of flows mean nothing.
 */
export function stepChanges(before: Scenario, after: Scenario): Map<string, StepChange> {
  const now = new Map(after.steps.map((step) => [step.id, step]));
  const [flowsBefore, flowsAfter] = [exitsByStep(before), exitsByStep(after)];
  const changes = new Map<string, StepChange>();
  for (const step of before.steps) {
    const { id } = step;
    const other = now.get(id);
    if (!other) {
      changes.set(id, { change: 'removed', parts: [] });
      continue;
    }
    const parts: StepPart[] = [];
    if (!same(meaningOf(step), meaningOf(other))) parts.push('config');
    if (!same(flowsBefore.get(id), flowsAfter.get(id))) parts.push('exits');
    if (!same(textsOf(before, step), textsOf(after, other))) parts.push('texts');
    if (parts.length > 0) changes.set(id, { change: 'changed', parts });
  }
  return changes;
}

/** Flows by the step and exit they leave by; among those of one exit the order counts. */
function exitsByStep({ flows }: Scenario): Map<string, unknown> {
  const all = new Map<string, Record<string, unknown[]>>();
  for (const { from, to, on, when } of flows) {
    const exits = all.get(from) ?? {};
    (exits[on] ??= []).push({ to, when });
    all.set(from, exits);
  }
  return new Map([...all].map(([step, exits]) => [step, Object.entries(exits).sort(([a], [b]) => (a < b ? -1 : 1))]));
}

function meaningOf(step: Step): object {
  const { name: _, ...meaning } = step;
  return meaning;
}

function textsOf({ messages }: Scenario, step: Step): unknown {
  const ids = definitionOf(step).texts?.(step) ?? [];
  return Object.entries(messages)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([locale, texts]) => [locale, ids.map(({ message }) => texts[message] ?? null)]);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** With the keys of records in order: that says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, sorted(held)]));
}
