import type { Scenario } from '../document/scenario.ts';
import type { Problem } from '../problem.ts';
import { createContext, type Surroundings } from './context.ts';
import { rules } from './rules/index.ts';

/**
 * Is a valid scenario a good one? Errors forbid publishing, warnings ask, infos only inform.
 *
 * @example lint(scenario, { actions: catalog }).filter(({ severity }) => severity === 'error')
 */
export function lint(scenario: Scenario, surroundings: Surroundings = {}): Problem[] {
  const context = createContext(scenario, surroundings);
  return rules.flatMap((rule) => rule.check(context));
}
