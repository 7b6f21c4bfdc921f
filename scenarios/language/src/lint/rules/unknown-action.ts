import { nearest } from '../../expressions/check.ts';
import type { StepPath } from '../../steps/definition.ts';
import type { Step } from '../../steps/index.ts';
import { found, type Rule } from '../context.ts';

/** An action that no plugin has. */
export const unknownAction: Rule = {
  code: 'unknown_action',
  check: ({ scenario, actions, place }) =>
    scenario.steps.flatMap(calledActions).flatMap(({ step, path, action }) => {
      if (!actions || Object.hasOwn(actions, action)) return [];
      const near = nearest(action, Object.keys(actions));
      const hint = near
        ? { en: `Did you mean “${near}”?`, ru: `Может быть, «${near}»?` }
        : { en: 'Install the plugin that has it', ru: 'Установите плагин, в котором оно есть' };
      return [
        found(
          'unknown_action',
          'error',
          place(step, ...path),
          { en: `There is no action “${action}”`, ru: `Нет действия «${action}»` },
          hint,
        ),
      ];
    }),
};

/** Actions that a step names, and where. */
function calledActions(step: Step): { step: Step; path: StepPath; action: string }[] {
  if (step.type === 'action') return [{ step, path: ['action'], action: step.action }];
  if (step.type !== 'agent') return [];
  return step.tools.map(({ action }, i) => ({ step, path: ['tools', i, 'action'], action }));
}
