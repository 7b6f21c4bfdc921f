import { nearest } from '../../expressions/check.ts';
import type { StepPath } from '../../steps/definition.ts';
import type { Step } from '../../steps/index.ts';
import { found, type Rule } from '../context.ts';

/** A model of a connection that the organisation does not have. */
export const unknownModel: Rule = {
  code: 'unknown_model',
  check: ({ scenario, models, place }) =>
    scenario.steps.flatMap((step) => {
      const used = modelOf(step);
      const connection = used?.model.split(':')[0] ?? '';
      if (!models || !used || models.includes(connection)) return [];
      const near = nearest(connection, [...models]);
      return [
        found(
          'unknown_model',
          'error',
          place(step, ...used.path),
          { en: `There is no connection “${connection}”`, ru: `Нет подключения «${connection}»` },
          near
            ? { en: `Did you mean “${near}”?`, ru: `Может быть, «${near}»?` }
            : {
                en: 'Connect the model, or leave it out to use the default',
                ru: 'Подключите модель или не указывайте её',
              },
        ),
      ];
    }),
};

function modelOf(step: Step): { path: StepPath; model: string } | undefined {
  if (step.type === 'ask')
    return step.check?.model === undefined ? undefined : { path: ['check', 'model'], model: step.check.model };
  return 'model' in step && step.model ? { path: ['model'], model: step.model } : undefined;
}
