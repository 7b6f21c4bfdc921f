import { RE2JS } from 're2js';
import { found, type Rule } from '../context.ts';

/** A pattern that is no regular expression in RE2 syntax. */
export const invalidPattern: Rule = {
  code: 'invalid_pattern',
  check: ({ scenario, place }) =>
    scenario.steps.flatMap((step) => {
      if (step.type !== 'ask' || step.answer.type !== 'pattern') return [];
      try {
        RE2JS.compile(step.answer.pattern);
        return [];
      } catch (error) {
        const reason = (error as Error).message;
        return [
          found(
            'invalid_pattern',
            'error',
            place(step, 'answer', 'pattern'),
            { en: `“${step.answer.pattern}”: ${reason}`, ru: `«${step.answer.pattern}»: ${reason}` },
            {
              en: 'Correct the pattern (RE2 syntax, no look-around)',
              ru: 'Исправьте образец (синтаксис RE2, без просмотра вперёд и назад)',
            },
          ),
        ];
      }
    }),
};
