import type { StepOf } from '@scenarium/language';
import { callEffect } from '../work/call-effect.ts';
import { timeoutOf } from './ask.ts';
import type { StepHandler } from './handler.ts';
import { given, recordOf, unlessExhausted } from './model-parts.ts';

export const classify: StepHandler<StepOf<'classify'>> = {
  enter(work, token, step) {
    const { intents, by, threshold, model } = step;
    const text = work.renderText(token, step.input);
    return callEffect(work, token, {
      action: 'model.classify',
      input: { text, intents, by, threshold, ...given({ model }) },
      ...timeoutOf(work, token, step),
    });
  },
  resume(work, token, step, news) {
    if (news.kind !== 'output') return { exit: 'other' };
    const { intent } = recordOf(news.output);
    const found = step.intents.find(({ id }) => id === intent);
    if (step.saveTo) work.assign(token, step.saveTo, found?.id ?? null);
    return { exit: found ? `intent:${found.id}` : 'other' };
  },
  failed: unlessExhausted,
};
