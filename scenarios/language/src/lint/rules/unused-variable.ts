import { definitionOf } from '../../steps/index.ts';
import { found, type Rule } from '../context.ts';

/** A variable that is neither read nor written. */
export const unusedVariable: Rule = {
  code: 'unused_variable',
  check({ scenario, uses }) {
    const used = new Set(uses.flatMap(({ reads }) => reads));
    for (const step of scenario.steps)
      for (const { variable } of definitionOf(step).writes?.(step) ?? []) used.add(variable);
    return Object.keys(scenario.variables)
      .filter((name) => !used.has(name))
      .map((name) =>
        found(
          'unused_variable',
          'warning',
          { path: ['variables', name] },
          { en: `“${name}” is not used`, ru: `«${name}» не используется` },
          { en: 'Delete it', ru: 'Удалите её' },
        ),
      );
  },
};
