import type { CompiledScenario } from '@scenarium/language';
import type { Experiment } from '../model.ts';
import { experimentProblems } from '../problems.ts';

/**
 * Do the weights make 100, and can every variant reach a goal?
 * @throws experiment_weights, experiment_goal_unknown, version_not_found
 */
export async function checkPlan(
  { tenant, variants, goals }: Pick<Experiment, 'tenant' | 'variants' | 'goals'>,
  compiled: (tenant: string, version: string) => Promise<CompiledScenario>,
): Promise<void> {
  const sum = variants.reduce((total, { weight }) => total + weight, 0);
  if (sum !== 100) throw experimentProblems.experiment_weights({ detail: `${sum}` });
  const all = new Set<string>();
  for (const { id, version } of variants) {
    const outcomes = outcomesOf(await compiled(tenant, version));
    for (const outcome of outcomes) all.add(outcome);
    if (!goals.some((goal) => outcomes.includes(goal)))
      throw experimentProblems.experiment_goal_unknown({
        detail: `variant ${id} ends with ${outcomes.join(', ') || 'nothing'}, never with ${goals.join(', ')}`,
      });
  }
  const unknown = goals.find((goal) => !all.has(goal));
  if (unknown !== undefined)
    throw experimentProblems.experiment_goal_unknown({ detail: `“${unknown}”; there are ${[...all].join(', ')}` });
}

/** What runs of a scenario can end with. */
export function outcomesOf({ scenario }: CompiledScenario): string[] {
  return [...new Set(scenario.steps.flatMap((step) => (step.type === 'end' ? [step.outcome] : [])))];
}
