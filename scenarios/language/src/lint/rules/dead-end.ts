import { found, type Rule } from '../context.ts';

/** A step from which no end can be reached, whatever happens. */
export const deadEnd: Rule = {
  code: 'dead_end',
  check({ scenario, reachable, flowsTo, flowsFrom, place }) {
    const ends = scenario.steps.filter(
      (step) => step.type === 'end' || (step.type === 'handover' && step.to.kind === 'agent'),
    );
    const leading = new Set<string>();
    const next = [
      ...ends.map(({ id }) => id),
      ...scenario.steps.filter(({ id }) => flowsFrom(id).length === 0).map(({ id }) => id),
    ];
    for (let id = next.pop(); id !== undefined; id = next.pop()) {
      if (leading.has(id)) continue;
      leading.add(id);
      for (const { from } of flowsTo(id)) next.push(from);
    }
    return scenario.steps
      .filter(({ id }) => reachable.has(id) && !leading.has(id))
      .map((step) =>
        found(
          'dead_end',
          'warning',
          place(step),
          {
            en: `From “${step.id}” the scenario never ends`,
            ru: `После шага «${step.id}» сценарий никогда не заканчивается`,
          },
          { en: 'Add a way to an end step', ru: 'Добавьте путь к шагу «Конец»' },
        ),
      );
  },
};
