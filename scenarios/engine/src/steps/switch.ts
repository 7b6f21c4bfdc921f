import type { StepOf } from '@scenarium/language';
import type { StepHandler } from './handler.ts';

export const switchStep: StepHandler<StepOf<'switch'>> = {
  enter(work, token, step) {
    const value = work.evaluate(token, step.value);
    const found = step.cases.find(({ equals }) =>
      Array.isArray(equals) ? equals.some((one) => one === value) : equals === value,
    );
    return { exit: found ? `case:${found.id}` : 'else' };
  },
};
