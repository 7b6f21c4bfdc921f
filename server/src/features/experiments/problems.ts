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
    title: { en: 'The goal cannot be reached', ru: 'Цель недостижима' },
    next: {
      en: 'Choose outcomes of end steps or events of emit steps; every variant needs one of them',
      ru: 'Выберите исходы шагов «конец» или события шагов «событие»; хотя бы одна из целей нужна каждому варианту',
    },
  },
  experiment_triggers: {
    status: 422,
    title: { en: 'The variants do not begin alike', ru: 'Варианты запускаются по-разному' },
    next: {
      en: 'Compare versions that begin on whatever the first one begins on',
      ru: 'Сравнивайте версии, которые запускаются всем тем же, чем и первая',
    },
  },
  experiment_running: {
    status: 409,
    title: { en: 'Another experiment of this agent is running', ru: 'У агента уже идёт другой эксперимент' },
    next: { en: 'Pause or finish it first', ru: 'Сначала приостановите или завершите его' },
  },
  experiment_status: {
    status: 409,
    title: {
      en: 'The experiment is not in a state that allows this',
      ru: 'В нынешнем состоянии эксперимента этого сделать нельзя',
    },
    next: {
      en: 'A draft can be changed, started and deleted; once started, only name and hypothesis change; what is finished stays',
      ru: 'Черновик можно менять, запускать и удалять; после запуска меняются только название и гипотеза; завершённый остаётся как есть',
    },
  },
  variant_not_found: {
    status: 404,
    title: { en: 'The experiment has no such variant', ru: 'В эксперименте нет такого варианта' },
    next: { en: 'Name one of its variants: a, b …', ru: 'Назовите один из его вариантов: a, b …' },
  },
});
