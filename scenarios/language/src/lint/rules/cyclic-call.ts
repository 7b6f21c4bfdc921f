import type { Scenario } from '../../document/scenario.ts';
import { found, type Rule } from '../context.ts';

/** A scenario that calls itself, directly or through others. */
export const cyclicCall: Rule = {
  code: 'cyclic_call',
  check: ({ scenario, scenarios = {}, place }) =>
    scenario.steps.flatMap((step) => {
      if (step.type !== 'call' || !leadsTo(step.scenario, scenario.id, scenarios)) return [];
      return [
        found(
          'cyclic_call',
          'error',
          place(step, 'scenario'),
          {
            en: `Through “${step.scenario}” the scenario calls itself`,
            ru: `Через «${step.scenario}» сценарий вызывает сам себя`,
          },
          { en: 'Break the circle', ru: 'Разорвите круг' },
        ),
      ];
    }),
};

function leadsTo(from: string, target: string, scenarios: Readonly<Record<string, Scenario>>): boolean {
  const seen = new Set<string>();
  const next = [from];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (id === target) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const step of scenarios[id]?.steps ?? []) if (step.type === 'call') next.push(step.scenario);
  }
  return false;
}
