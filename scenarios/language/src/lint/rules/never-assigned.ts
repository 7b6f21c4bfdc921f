import { definitionOf } from '../../steps/index.ts';
import { found, type Rule } from '../context.ts';

/** A variable that is read though nothing ever gives it a value. */
export const neverAssigned: Rule = {
  code: 'never_assigned',
  check({ scenario, uses }) {
    if (scenario.triggers.some(({ type }) => type !== 'conversation')) return [];
    const written = new Set(
      scenario.steps.flatMap((step) => (definitionOf(step).writes?.(step) ?? []).map(({ variable }) => variable)),
    );
    const read = new Set(uses.flatMap(({ reads }) => reads));
    return Object.entries(scenario.variables)
      .filter(
        ([name, { scope, default: fallback }]) =>
          scope === 'run' && fallback === undefined && read.has(name) && !written.has(name),
      )
      .map(([name]) =>
        found(
          'never_assigned',
          'warning',
          { path: ['variables', name] },
          { en: `“${name}” is read but never gets a value`, ru: `«${name}» читается, но не получает значения` },
          {
            en: 'Save an answer to it, set it, or give it a default',
            ru: 'Сохраните в неё ответ, присвойте значение или задайте значение по умолчанию',
          },
        ),
      );
  },
};
