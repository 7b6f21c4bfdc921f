import { found, type Rule } from '../context.ts';

/** A scenario that nothing starts. */
export const noTrigger: Rule = {
  code: 'no_trigger',
  check: ({ scenario }) =>
    scenario.triggers.length > 0
      ? []
      : [
          found(
            'no_trigger',
            'error',
            { path: ['triggers'] },
            { en: 'Nothing starts the scenario', ru: 'Сценарий ничто не запускает' },
            { en: 'Add a trigger', ru: 'Добавьте запуск' },
          ),
        ],
};
