import { defineProblems } from '../../platform/errors/problem.ts';

export const publishingProblems = defineProblems({
  plan_invalid: {
    status: 422,
    title: {
      en: 'Conversations in progress cannot go on as planned',
      ru: 'Идущие разговоры не могут продолжиться так, как задумано',
    },
    next: {
      en: 'Correct the steps listed in "errors", or leave them out: what is best for them is taken then',
      ru: 'Исправьте шаги, перечисленные в «errors», или уберите их: тогда для них будет выбрано лучшее',
    },
  },
  activation_under_way: {
    status: 409,
    title: {
      en: 'The agent is just changing to another version',
      ru: 'Агент как раз переходит на другую версию',
    },
    next: { en: 'Try again in some seconds', ru: 'Повторите через несколько секунд' },
  },
  activation_not_found: {
    status: 404,
    title: { en: 'There is no such change of version', ru: 'Такой смены версии нет' },
  },
});
