import { found, type Rule } from '../context.ts';

/** Cases of a switch that can never be taken, because one before has the same value. */
export const duplicateCase: Rule = {
  code: 'duplicate_case',
  check: ({ scenario, place }) =>
    scenario.steps.flatMap((step) => {
      if (step.type !== 'switch') return [];
      const seen = new Set<string>();
      return step.cases.flatMap(({ id, equals }, i) => {
        const values = (Array.isArray(equals) ? equals : [equals]).map((value) => JSON.stringify(value));
        const repeated = seen.has(id) || values.every((value) => seen.has(value));
        [id, ...values].forEach((value) => seen.add(value));
        if (!repeated) return [];
        return [
          found(
            'duplicate_case',
            'error',
            place(step, 'cases', i),
            { en: `Case “${id}” is never taken`, ru: `Случай «${id}» никогда не сработает` },
            { en: 'Remove it or change its value', ru: 'Уберите его или измените значение' },
          ),
        ];
      });
    }),
};
