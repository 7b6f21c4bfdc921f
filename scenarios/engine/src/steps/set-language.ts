import type { StepOf } from '@scenarium/language';
import type { StepHandler } from './handler.ts';

export const setLanguage: StepHandler<StepOf<'set-language'>> = {
  enter(work, token, step) {
    work.run.locale = work.compiled(token).locale(work.renderText(token, step.locale));
    work.forgetBindings();
    return { exit: 'next' };
  },
};
