import { found, type Rule } from '../context.ts';

/** A flow of a condition without `when` that stands before others: those are never tried. */
export const alwaysTrue: Rule = {
  code: 'always_true',
  check: ({ scenario, flowsFrom, place }) =>
    scenario.steps.flatMap((step) => {
      if (step.type !== 'condition') return [];
      return flowsFrom(step.id)
        .filter(({ on, when }) => on === 'next' && (when === undefined || when.trim() === 'true'))
        .map(() =>
          found(
            'always_true',
            'warning',
            place(step),
            {
              en: `A flow of “${step.id}” is always taken`,
              ru: `Один из переходов шага «${step.id}» срабатывает всегда`,
            },
            { en: 'Give it a condition, or use “else”', ru: 'Задайте условие или используйте «else»' },
          ),
        );
    }),
};
