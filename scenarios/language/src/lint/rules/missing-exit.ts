import { definitionOf } from '../../steps/index.ts';
import { found, type Rule } from '../context.ts';

/** A required exit that no flow leaves by: the conversation would stop there without a word. */
export const missingExit: Rule = {
  code: 'missing_exit',
  check: ({ scenario, flowsFrom, place }) =>
    scenario.steps.flatMap((step) => {
      const taken = new Set(flowsFrom(step.id).map(({ on }) => on));
      return definitionOf(step)
        .exits(step)
        .filter(({ name, required }) => required && !taken.has(name))
        .map(({ name }) =>
          found(
            'missing_exit',
            'error',
            place(step),
            {
              en: `“${step.id}” has no flow for its exit “${name}”`,
              ru: `У шага «${step.id}» нет перехода для выхода «${name}»`,
            },
            { en: `Draw a flow from “${name}”`, ru: `Проведите переход от «${name}»` },
          ),
        );
    }),
};
