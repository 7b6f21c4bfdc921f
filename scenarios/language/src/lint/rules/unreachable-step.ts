import { found, type Rule } from '../context.ts';

/** A step that no trigger leads to. */
export const unreachableStep: Rule = {
  code: 'unreachable_step',
  check: ({ scenario, reachable, place }) =>
    scenario.steps
      .filter(({ id }) => !reachable.has(id))
      .map((step) =>
        found(
          'unreachable_step',
          'warning',
          place(step),
          { en: `Nothing leads to “${step.id}”`, ru: `К шагу «${step.id}» ничего не ведёт` },
          { en: 'Connect it or delete it', ru: 'Соедините его или удалите' },
        ),
      ),
};
