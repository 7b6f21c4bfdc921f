import type { Flow } from '@scenarium/language';
import { checked } from '../editing/checked.ts';
import { refitFlows } from '../editing/exits.ts';
import { fits } from '../editing/fits.ts';
import { isSame, withValueAt } from '../editing/values.ts';
import { done, type Command } from './command.ts';
import { refuse } from './refuse.ts';

/**
 * Writes a value into the configuration of a step; undefined takes it out. Flows follow an exit that is renamed, and go with one that
 * is removed: the command gives those. Typing in one field is one step of undo.
 *
 * @example store.execute(configureStep({ step: 'ask-age', path: ['answer', 'min'], value: 18 }))
 */
export function configureStep(input: {
  step: string;
  path: readonly (string | number)[];
  value: unknown;
}): Command<{ removedFlows: Flow[] }> {
  return {
    name: 'step.configure',
    values: { id: input.step },
    group: `step:${input.step}:${input.path.join('.')}`,
    run(document) {
      const before = document.step(input.step);
      if (!before) return refuse('unknown_step', input.step);
      const [field] = input.path;
      if (field === undefined || field === 'id' || field === 'type')
        return refuse('reserved_name', field ?? '', [...input.path]);
      const after = checked.step(withValueAt(before, input.path, input.value));
      if (!after.ok) return after;
      if (isSame(before, after.value)) return done({ removedFlows: [] });
      const fitting = fits(document, after.value);
      if (!fitting.ok) return fitting;
      document.put('steps', before.id, after.value);
      return done({ removedFlows: refitFlows(document, before, after.value) });
    },
  };
}
