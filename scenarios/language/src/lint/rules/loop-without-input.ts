import { definitionOf } from '../../steps/index.ts';
import { found, type Rule } from '../context.ts';

/** A circle of steps in which nothing is waited for: it would run until its limit. */
export const loopWithoutInput: Rule = {
  code: 'loop_without_input',
  check({ scenario, steps, flowsFrom, place }) {
    const state = new Map<string, 'open' | 'done'>();
    const loops = new Set<string>();
    const isQuick = (id: string): boolean => {
      const step = steps.get(id);
      return step !== undefined && !definitionOf(step).waits;
    };
    for (const { id } of scenario.steps) visit(id);
    return scenario.steps
      .filter(({ id }) => loops.has(id))
      .map((step) =>
        found(
          'loop_without_input',
          'error',
          place(step),
          {
            en: `“${step.id}” comes back to itself without waiting for anything`,
            ru: `Шаг «${step.id}» возвращается к себе, ничего не ожидая`,
          },
          {
            en: 'Put a question, a wait or an action into the circle',
            ru: 'Добавьте в круг вопрос, ожидание или действие',
          },
        ),
      );

    function visit(start: string): void {
      const stack = [{ id: start, flows: [...flowsFrom(start)] }];
      if (state.has(start) || !isQuick(start)) return;
      state.set(start, 'open');
      while (stack.length > 0) {
        const top = stack.at(-1);
        const flow = top?.flows.pop();
        if (!top || !flow) {
          if (top) state.set(top.id, 'done');
          stack.pop();
        } else if (state.get(flow.to) === 'open') loops.add(flow.to);
        else if (!state.has(flow.to) && isQuick(flow.to)) {
          state.set(flow.to, 'open');
          stack.push({ id: flow.to, flows: [...flowsFrom(flow.to)] });
        }
      }
    }
  },
};
