import type { Scenario } from '@scenarium/language';
import type { Mark, Overlay } from '../scenarios/overlay.ts';
import type { ChangeGroup } from './group-changes.ts';

type Marks = Pick<Overlay, 'steps' | 'flows'>;

/** How changes are marked on the picture of one of the two scenarios: only what is in it. */
export function marksOf({ steps, flows }: Scenario, groups: readonly ChangeGroup[]): Marks {
  const hereSteps = new Set(steps.map(({ id }) => id));
  const hereFlows = new Set(flows.map(({ id }) => id));
  const marks = { steps: new Map<string, Mark>(), flows: new Map<string, Mark>() };
  for (const { step, kind, changes } of groups) {
    const isItself = changes.some(({ change }) => change.what !== 'flow');
    if (step && isItself && hereSteps.has(step.id)) marks.steps.set(step.id, kind);
    for (const { change } of changes)
      if (change.what === 'flow' && hereFlows.has(change.id)) marks.flows.set(change.id, change.kind);
  }
  return marks;
}
