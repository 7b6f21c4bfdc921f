import { defineProblems } from '../../platform/errors/problem.ts';

export const experimentProblems = defineProblems({
  experiment_not_found: { status: 404, title: { en: 'There is no such experiment', ru: 'Нет такого эксперимента' } },
  experiment_weights: {
    status: 422,
    title: { en: 'The weights do not make 100', ru: 'Веса не дают в сумме 100' },
    next: { en: 'Share 100 percent between the variants', ru: 'Разделите 100 процентов между вариантами' },
  },
  experiment_goal_unknown: {
    status: 422,
    title: { en: 'No end step has this outcome', ru: 'Такого исхода нет ни у одного шага «конец»' },
    next: {
      en: 'Choose outcomes of end steps; every variant needs one of them',
      ru: 'Выберите исходы шагов «конец»; хотя бы один из них нужен каждому варианту',
    },
  },
  experiment_running: {
    status: 409,
    title: { en: 'Another experiment of this agent is running', ru: 'У агента уже идёт другой эксперимент' },
    next: { en: 'Finish it first', ru: 'Сначала завершите его' },
  },
  experiment_status: {
    status: 409,
    title: {
      en: 'The experiment is not in a state that allows this',
      ru: 'В нынешнем состоянии эксперимента этого сделать нельзя',
    },
    next: {
      en: 'A draft can be changed, started and deleted; of a running one only name, hypothesis and weights change; a finished one stays',
      ru: 'Черновик можно менять, запускать и удалять; у идущего меняются только название, гипотеза и веса; завершённый остаётся как есть',
    },
  },
  variant_not_found: {
    status: 404,
    title: { en: 'The experiment has no such variant', ru: 'В эксперименте нет такого варианта' },
    next: { en: 'Name one of its variants: a, b …', ru: 'Назовите один из его вариантов: a, b …' },
  },
});
