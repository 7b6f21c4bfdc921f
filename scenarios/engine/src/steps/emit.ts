import type { StepOf } from '@scenarium/language';
import type { StepHandler } from './handler.ts';

export const emit: StepHandler<StepOf<'emit'>> = {
  enter(work, token, step) {
    const data = step.data === undefined ? null : work.render(token, step.data);
    const key = step.key === undefined ? undefined : work.renderText(token, step.key);
    work.command(token, { kind: 'emit-event', name: step.event, data, ...(key !== undefined && { key }) });
    return { exit: 'next' };
  },
};
