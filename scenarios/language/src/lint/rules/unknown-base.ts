import { nearest } from '../../expressions/check.ts';
import { found, type Rule } from '../context.ts';

/** A knowledge base that the organisation does not have. */
export const unknownBase: Rule = {
  code: 'unknown_base',
  check: ({ scenario, bases, place }) =>
    scenario.steps.flatMap((step) =>
      (step.type === 'answer' ? step.bases : []).flatMap((base, i) => {
        if (!bases || bases.includes(base)) return [];
        const near = nearest(base, [...bases]);
        return [
          found(
            'unknown_base',
            'error',
            place(step, 'bases', i),
            { en: `There is no knowledge base “${base}”`, ru: `Нет базы знаний «${base}»` },
            near
              ? { en: `Did you mean “${near}”?`, ru: `Может быть, «${near}»?` }
              : {
                  en: 'Create it, or leave it out to search in all',
                  ru: 'Создайте её или не указывайте: искать во всех',
                },
          ),
        ];
      }),
    ),
};
