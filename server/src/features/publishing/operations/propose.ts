import { stepChanges, type Scenario, type Step, type StepChange } from '@scenarium/language';
import type { Fate } from '../../../runtime/index.ts';

/** A step of the old version: what became of it in the new one, and what is best for those who wait there. */
export interface StepProposal {
  step: Step;
  change: 'unchanged' | StepChange['change'];
  parts: StepChange['parts'];
  fate: Fate;
}

/**
 * What is best for those who wait at each step: they go on where nothing they were told became wrong, are asked again where the step
 * does something else now, and finish on the old version where it is gone.
 */
export function propose(before: Scenario, after: Scenario): StepProposal[] {
  const changes = stepChanges(before, after);
  return before.steps.map((step) => {
    const { change, parts } = changes.get(step.id) ?? { change: 'unchanged' as const, parts: [] };
    return { step, change, parts, fate: bestFor(step, change, parts) };
  });
}

function bestFor({ id, type }: Step, change: StepProposal['change'], parts: StepChange['parts']): Fate {
  if (change === 'removed') return { step: id, fate: 'finish' };
  const isOther = parts.includes('config');
  // A person has been called already: nobody is handed over twice.
  if (isOther && type === 'handover') return { step: id, fate: 'finish' };
  return { step: id, fate: 'move', to: id, stay: !isOther };
}
