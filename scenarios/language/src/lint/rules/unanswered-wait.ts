import { found, type Rule } from '../context.ts';

/** A wait during which a message of the end user gets no answer. */
export const unansweredWait: Rule = {
  code: 'unanswered_wait',
  check: ({ scenario, flowsFrom, place }) =>
    scenario.steps
      .filter(
        ({ id, type }) => (type === 'wait' || type === 'event') && !flowsFrom(id).some(({ on }) => on === 'reply'),
      )
      .map((step) =>
        found(
          'unanswered_wait',
          'info',
          place(step),
          {
            en: `Messages that come while “${step.id}” waits are not answered`,
            ru: `На сообщения во время ожидания «${step.id}» никто не ответит`,
          },
          { en: 'Draw a flow from “reply”', ru: 'Проведите переход от «reply»' },
        ),
      ),
};
