import { found, type Rule } from '../context.ts';

/** A call of a scenario that does not exist, or cannot be called. */
export const unknownScenario: Rule = {
  code: 'unknown_scenario',
  check: ({ scenario, scenarios, place }) =>
    scenario.steps.flatMap((step) => {
      if (!scenarios || step.type !== 'call' || step.scenario === scenario.id) return [];
      const callee = scenarios[step.scenario];
      if (callee?.triggers.some(({ type }) => type === 'internal')) return [];
      const message = callee
        ? {
            en: `“${step.scenario}” has no internal trigger`,
            ru: `У сценария «${step.scenario}» нет внутреннего запуска`,
          }
        : { en: `There is no scenario “${step.scenario}”`, ru: `Нет сценария «${step.scenario}»` };
      return [
        found('unknown_scenario', 'error', place(step, 'scenario'), message, {
          en: 'Choose a scenario that can be called',
          ru: 'Выберите сценарий, который можно вызвать',
        }),
      ];
    }),
};
