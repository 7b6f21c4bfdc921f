import { found, type Rule } from '../context.ts';

/** An intent that nothing can be compared with. */
export const intentWithoutExamples: Rule = {
  code: 'intent_without_examples',
  check: ({ scenario, place }) =>
    scenario.steps.flatMap((step) => {
      if (step.type !== 'classify' || step.by === 'model') return [];
      return step.intents.flatMap(({ id, examples }, i) =>
        examples.length > 0
          ? []
          : [
              found(
                'intent_without_examples',
                step.by === 'examples' ? 'error' : 'warning',
                place(step, 'intents', i, 'examples'),
                { en: `“${id}” has no examples`, ru: `У намерения «${id}» нет примеров` },
                {
                  en: 'Write what people say when they mean it: without a model nothing else tells',
                  ru: 'Напишите, что говорят люди: без модели сравнивать больше не с чем',
                },
              ),
            ],
      );
    }),
};
