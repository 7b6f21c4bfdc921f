import { found, type Rule } from '../context.ts';

/** Input of an action that its schema does not know, or that is missing. */
export const actionInput: Rule = {
  code: 'action_input',
  check: ({ scenario, actions, place }) =>
    scenario.steps.flatMap((step) => {
      if (step.type !== 'action') return [];
      const schema = actions?.[step.action]?.input as
        { properties?: Record<string, unknown>; required?: string[] } | undefined;
      if (!schema?.properties) return [];
      const known = schema.properties;
      const missing = (schema.required ?? []).filter((name) => !Object.hasOwn(step.input, name));
      const unknown = Object.keys(step.input).filter((name) => !Object.hasOwn(known, name));
      return [
        ...missing.map((name) =>
          found(
            'action_input',
            'error',
            place(step, 'input'),
            { en: `“${step.action}” needs “${name}”`, ru: `Действию «${step.action}» нужно «${name}»` },
            { en: `Fill in “${name}”`, ru: `Заполните «${name}»` },
          ),
        ),
        ...unknown.map((name) =>
          found(
            'action_input',
            'error',
            place(step, 'input', name),
            { en: `“${step.action}” has no input “${name}”`, ru: `У действия «${step.action}» нет поля «${name}»` },
            { en: `Use: ${Object.keys(known).join(', ')}`, ru: `Используйте: ${Object.keys(known).join(', ')}` },
          ),
        ),
      ];
    }),
};
