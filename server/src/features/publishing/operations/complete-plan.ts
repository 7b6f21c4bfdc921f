import type { Scenario } from '@scenarium/language';
import type { Fate } from '../../../runtime/index.ts';
import { publishingProblems } from '../problems.ts';
import { propose } from './propose.ts';

/**
 * A plan for every step of the old version: what was chosen, and the best for the others.
 * @throws plan_invalid with each step that cannot be dealt with as chosen
 */
export function completePlan(chosen: readonly Fate[], before: Scenario, after: Scenario): Fate[] {
  const errors = chosen.flatMap((fate, i) => {
    const code =
      whyNot(fate, before, after) ?? (chosen.findIndex(({ step }) => step === fate.step) < i ? 'twice' : null);
    return code ? [{ code, ...fate }] : [];
  });
  if (errors.length > 0) throw publishingProblems.plan_invalid({ errors });
  const byStep = new Map(chosen.map((fate) => [fate.step, fate]));
  return propose(before, after).map(({ step, fate }) => byStep.get(step.id) ?? fate);
}

function whyNot(
  fate: Fate,
  before: Scenario,
  after: Scenario,
): 'unknown_step' | 'unknown_place' | 'cannot_stay' | null {
  const from = before.steps.find(({ id }) => id === fate.step);
  if (!from) return 'unknown_step';
  if (fate.fate !== 'move') return null;
  const to = after.steps.find(({ id }) => id === fate.to);
  if (!to) return 'unknown_place';
  return fate.stay && (to.id !== from.id || to.type !== from.type) ? 'cannot_stay' : null;
}
