import type { Scenario } from '@scenarium/language';
import { checked } from '../editing/checked.ts';
import { isSame } from '../editing/values.ts';
import { done, type Command } from './command.ts';
import { refuse } from './refuse.ts';

/** Settings of the scenario as a whole. The languages have commands of their own. */
export type Settings = Pick<Scenario, 'name' | 'description' | 'timezone' | 'fallback' | 'limits'>;

/**
 * Changes one setting; undefined takes an optional one away.
 *
 * @example store.execute(changeSettings({ field: 'limits', value: { stepsPerTurn: 100, turns: 30 } }))
 */
export function changeSettings<F extends keyof Settings>(input: { field: F; value: Settings[F] | undefined }): Command {
  const { field, value } = input;
  return {
    name: 'settings.change',
    values: { field },
    group: `settings:${field}`,
    run(document) {
      const after = checked.field(field, value);
      if (!after.ok) return after;
      if (field === 'fallback' && value !== undefined && !document.step(String(value)))
        return refuse('unknown_step', String(value));
      if (after.value === undefined) document.remove('head', field);
      else if (!isSame(document.head(field), after.value)) document.put('head', field, after.value as Settings[F]);
      return done();
    },
  };
}
