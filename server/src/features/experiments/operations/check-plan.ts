import type { CompiledScenario, Scenario } from '@scenarium/language';
import type { Experiment, Goal } from '../model.ts';
import { experimentProblems } from '../problems.ts';
import type { ExperimentPlan } from './experiments.ts';

/**
 * Do the weights make 100, does every variant begin on whatever the first begins on, and can each of them reach a goal?
 * @throws experiment_weights, experiment_triggers, experiment_goal_unknown, version_not_found
 */
export async function checkPlan(
  { tenant, variants, goals }: Pick<Experiment, 'tenant' | 'goals'> & Pick<ExperimentPlan, 'variants'>,
  compiled: (tenant: string, version: string) => Promise<CompiledScenario>,
): Promise<void> {
  const sum = variants.reduce((total, { weight }) => total + weight, 0);
  if (sum !== 100) throw experimentProblems.experiment_weights({ detail: `${sum}` });
  const scenarios = await Promise.all(
    variants.map(async ({ id, version }) => ({ id, scenario: (await compiled(tenant, version)).scenario })),
  );
  const [first] = scenarios;
  const reachable = scenarios.map(({ id, scenario }) => {
    const missing = first && beginningsOf(first.scenario).find((name) => !beginningsOf(scenario).includes(name));
    if (missing !== undefined)
      throw experimentProblems.experiment_triggers({ detail: `variant ${id} does not begin on ${missing}` });
    return { id, names: goalsOf(scenario).map(nameOf) };
  });
  const names = goals.map(nameOf);
  for (const name of names)
    if (!reachable.some((variant) => variant.names.includes(name))) throw unknown(name, reachable);
  for (const variant of reachable)
    if (!names.some((name) => variant.names.includes(name))) throw unknown(names.join(', '), [variant]);
}

/** What runs of a scenario can end with or emit. */
function goalsOf({ steps }: Scenario): Goal[] {
  return steps.flatMap((step): Goal[] => {
    if (step.type === 'end') return [{ kind: 'outcome', name: step.outcome }];
    return step.type === 'emit' ? [{ kind: 'event', name: step.event }] : [];
  });
}

/** What runs begin on outside of other scenarios. */
function beginningsOf({ triggers }: Scenario): string[] {
  return triggers.flatMap((trigger) => {
    if (trigger.type === 'command') return [`the command ${trigger.command}`];
    if (trigger.type === 'event') return [`the event ${trigger.event}`];
    return trigger.type === 'conversation' ? ['a conversation'] : [];
  });
}

const nameOf = ({ kind, name }: Goal): string => `${kind} ${name}`;

function unknown(name: string, variants: readonly { id: string; names: readonly string[] }[]): Error {
  const there = variants.map(({ id, names }) => `${id}: ${[...new Set(names)].join(', ') || 'none'}`);
  return experimentProblems.experiment_goal_unknown({ detail: `${name}; there are ${there.join('; ')}` });
}
