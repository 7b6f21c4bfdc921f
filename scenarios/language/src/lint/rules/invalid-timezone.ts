import { found, type Rule } from '../context.ts';

/** A time zone that does not exist. */
export const invalidTimezone: Rule = {
  code: 'invalid_timezone',
  check({ scenario: { timezone } }) {
    try {
      new Intl.DateTimeFormat('en', { timeZone: timezone });
      return [];
    } catch {
      return [
        found(
          'invalid_timezone',
          'error',
          { path: ['timezone'] },
          { en: `There is no time zone “${timezone}”`, ru: `Нет часового пояса «${timezone}»` },
          { en: 'Use a name such as Europe/Berlin', ru: 'Используйте имя вида Europe/Moscow' },
        ),
      ];
    }
  },
};
