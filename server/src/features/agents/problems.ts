import { defineProblems } from '../../platform/errors/problem.ts';

export const agentProblems = defineProblems({
  agent_not_found: { status: 404, title: { en: 'There is no such agent', ru: 'Нет такого агента' } },
  agent_exists: {
    status: 409,
    title: { en: 'An agent with this slug exists', ru: 'Агент с таким кратким именем уже есть' },
  },
  version_not_found: {
    status: 404,
    title: { en: 'There is no such version', ru: 'Нет такой версии' },
    next: { en: 'Choose a published version of a scenario', ru: 'Выберите опубликованную версию сценария' },
  },
  agent_not_active: {
    status: 409,
    title: { en: 'The agent has no published scenario', ru: 'У агента нет опубликованного сценария' },
    next: {
      en: 'Publish a scenario and choose its version for the agent',
      ru: 'Опубликуйте сценарий и выберите его версию для агента',
    },
  },
});
