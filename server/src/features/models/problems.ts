import { ActionError } from '@scenarium/sdk';
import { defineProblems, type Problem } from '../../platform/errors/problem.ts';

export const modelProblems = defineProblems({
  model_missing: {
    status: 409,
    title: { en: 'No model is connected', ru: 'Модель не подключена' },
    next: { en: 'Add a model under Connections', ru: 'Добавьте модель в подключениях' },
  },
  model_unknown: {
    status: 400,
    title: { en: 'There is no such model', ru: 'Нет такой модели' },
    next: {
      en: 'Name a connection that offers one: “main” or “main:model”',
      ru: 'Назовите подключение с моделью: «main» или «main:model»',
    },
  },
  budget_exhausted: {
    status: 429,
    title: { en: 'The budget for models of this month is used up', ru: 'Бюджет на модели на этот месяц исчерпан' },
    next: {
      en: 'Raise it, or name a cheaper model for this case',
      ru: 'Увеличьте его или укажите более дешёвую модель',
    },
  },
  model_failed: {
    status: 502,
    title: { en: 'The model did not answer', ru: 'Модель не ответила' },
    next: { en: 'Try again later; check the connection', ru: 'Повторите позже; проверьте подключение' },
  },
});

/** What went wrong with a model, as the API answers it. */
export function toProblem(error: unknown): Problem {
  if (!(error instanceof ActionError)) throw error;
  const { code, message: detail } = error;
  if (code === 'model_missing' || code === 'model_unknown' || code === 'budget_exhausted')
    return modelProblems[code]({ detail });
  return modelProblems.model_failed({ detail: `${code}: ${detail}` });
}
