import { found, type Rule } from '../context.ts';

/** An action or call whose failure nobody takes up: the run would end with an apology. */
export const actionWithoutFallback: Rule = {
  code: 'action_without_fallback',
  check: ({ scenario, flowsFrom, place }) =>
    scenario.steps
      .filter(
        ({ id, type }) =>
          (type === 'action' || type === 'call') &&
          scenario.fallback === undefined &&
          !flowsFrom(id).some(({ on }) => on === 'error'),
      )
      .map((step) =>
        found(
          'action_without_fallback',
          'warning',
          place(step),
          {
            en: `Nothing happens when “${step.id}” fails`,
            ru: `Ничего не происходит, если шаг «${step.id}» не удался`,
          },
          {
            en: 'Draw a flow from “error”, or choose a fallback for the scenario',
            ru: 'Проведите переход от «error» или выберите запасной шаг сценария',
          },
        ),
      ),
};
