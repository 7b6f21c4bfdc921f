import { nearest } from '../../expressions/check.ts';
import { found, type Rule } from '../context.ts';

/** An action that no plugin has. */
export const unknownAction: Rule = {
  code: 'unknown_action',
  check: ({ scenario, actions, place }) =>
    scenario.steps.flatMap((step) => {
      if (!actions || step.type !== 'action' || Object.hasOwn(actions, step.action)) return [];
      const near = nearest(step.action, Object.keys(actions));
      const hint = near
        ? { en: `Did you mean “${near}”?`, ru: `Может быть, «${near}»?` }
        : { en: 'Install the plugin that has it', ru: 'Установите плагин, в котором оно есть' };
      return [
        found(
          'unknown_action',
          'error',
          place(step, 'action'),
          { en: `There is no action “${step.action}”`, ru: `Нет действия «${step.action}»` },
          hint,
        ),
      ];
    }),
};
