import type { StepOf } from '@scenarium/language';
import { join as goOn } from '../work/joins.ts';
import type { StepHandler } from './handler.ts';

export const join: StepHandler<StepOf<'join'>> = {
  enter(work, token, step) {
    if (token.fork !== undefined && step.mode === 'all') return { wait: { for: 'join' } };
    goOn(work, token);
    return { gone: true };
  },
};
