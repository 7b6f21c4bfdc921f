import { found, type Rule } from '../context.ts';

/** A join without a parallel step before it, or the other way round. */
export const joinWithoutParallel: Rule = {
  code: 'join_without_parallel',
  check({ scenario, place }) {
    const count = (type: string): number => scenario.steps.filter((step) => step.type === type).length;
    if (count('join') === 0 || count('parallel') > 0) return [];
    return scenario.steps
      .filter(({ type }) => type === 'join')
      .map((step) =>
        found(
          'join_without_parallel',
          'warning',
          place(step),
          { en: `“${step.id}” has no branches to join`, ru: `Шагу «${step.id}» нечего объединять` },
          { en: 'Remove it or add a parallel step', ru: 'Уберите его или добавьте шаг «Параллельно»' },
        ),
      );
  },
};
