import { found, type Rule } from '../context.ts';

/** A choice without a `next` flow in which some option has no flow of its own. */
export const missingOptionExit: Rule = {
  code: 'missing_option_exit',
  check: ({ scenario, flowsFrom, place }) =>
    scenario.steps.flatMap((step) => {
      if (step.type !== 'ask' || step.answer.type !== 'choice') return [];
      const taken = new Set(flowsFrom(step.id).map(({ on }) => on));
      if (taken.has('next')) return [];
      return step.answer.options
        .filter(({ id }) => !taken.has(`option:${id}`))
        .map(({ id }) =>
          found(
            'missing_option_exit',
            'error',
            place(step),
            {
              en: `Option “${id}” of “${step.id}” leads nowhere`,
              ru: `Вариант «${id}» шага «${step.id}» никуда не ведёт`,
            },
            {
              en: 'Draw a flow from the option, or one from “next”',
              ru: 'Проведите переход от варианта или от «next»',
            },
          ),
        );
    }),
};
