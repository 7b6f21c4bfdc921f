import type { StepType } from '../../steps/index.ts';
import { found, type Rule } from '../context.ts';

const FRAGILE: ReadonlySet<StepType> = new Set(['action', 'call', 'llm', 'agent', 'answer', 'classify']);

/** An action, call or use of a model whose failure nobody takes up: the run would end with an apology. */
export const actionWithoutFallback: Rule = {
  code: 'action_without_fallback',
  check: ({ scenario, flowsFrom, place }) =>
    scenario.steps
      .filter(
        ({ id, type }) =>
          FRAGILE.has(type) && scenario.fallback === undefined && !flowsFrom(id).some(({ on }) => on === 'error'),
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
