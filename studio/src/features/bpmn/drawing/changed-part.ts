import { definitionOf, type Scenario } from '@scenarium/language';
import { isSame } from '../../../document/index.ts';
import { changesBetween } from '../drawn/changes-between.ts';

/** What of a document has to be written so that a diagram of the one before it shows this one. */
export interface ChangedPart {
  /** The document with the changed steps, what leads from them, and the steps that it leads to. */
  scenario: Scenario;
  /** The steps that are in it for themselves. */
  steps: ReadonlySet<string>;
}

/** Undefined where there is something new or gone, or where places are not all set: then a part cannot tell how the whole looks. */
export function changedPart(before: Scenario, after: Scenario): ChangedPart | undefined {
  const { steps, flows, triggers, notes, moved } = changesBetween(before, after);
  const isOther = [steps.added, steps.removed, flows.added, flows.removed, flows.reconnected].some((ids) => ids.length);
  if (isOther || triggers.any || notes.any || !isSame(before.locales, after.locales)) return undefined;
  const changed = new Set(flows.changed);
  const froms = after.flows.filter(({ id }) => changed.has(id)).map(({ from }) => from);
  const own = new Set([...steps.changed, ...moved, ...froms, ...stepsWithTexts(after, changedTexts(before, after))]);
  const { layout = {} } = after;
  const isPlaced = ({ id }: { id: string }): boolean => Object.hasOwn(layout, id);
  if (after.steps.filter(({ id }) => own.has(id)).length < own.size) return undefined;
  if (!after.steps.every((step) => isPlaced(step) || (moved.length === 0 && !own.has(step.id)))) return undefined;
  const leading = after.flows.filter(({ from }) => own.has(from));
  const needed = new Set([...own, ...leading.map(({ to }) => to)]);
  return {
    scenario: { ...after, triggers: [], flows: leading, steps: after.steps.filter(({ id }) => needed.has(id)) },
    steps: own,
  };
}

function changedTexts(before: Scenario, after: Scenario): Set<string> {
  const changed = new Set<string>();
  for (const locale of after.locales) {
    const [old = {}, now = {}] = [before.messages[locale], after.messages[locale]];
    if (old === now) continue;
    for (const id of new Set([...Object.keys(old), ...Object.keys(now)]))
      if (!isSame(old[id], now[id])) changed.add(id);
  }
  return changed;
}

function stepsWithTexts({ steps }: Scenario, texts: ReadonlySet<string>): string[] {
  if (texts.size === 0) return [];
  return steps
    .filter((step) =>
      definitionOf(step)
        .texts?.(step)
        .some(({ message }) => texts.has(message)),
    )
    .map(({ id }) => id);
}
