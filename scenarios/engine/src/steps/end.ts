import type { StepOf } from '@scenarium/language';
import type { StepHandler } from './handler.ts';

export const end: StepHandler<StepOf<'end'>> = { enter: (_work, _token, step) => ({ end: step.outcome }) };
