import type { StepOf } from '@scenarium/language';
import type { Citation } from '../contract/command.ts';
import { callEffect } from '../work/call-effect.ts';
import { timeoutOf } from './ask.ts';
import type { StepHandler } from './handler.ts';
import { given, recordOf, textOf, unlessExhausted } from './model-parts.ts';

export const answer: StepHandler<StepOf<'answer'>> = {
  enter(work, token, step) {
    const { bases, sources, model, history, threshold, say } = step;
    return callEffect(work, token, {
      action: 'knowledge.answer',
      input: {
        question: work.renderText(token, step.question),
        bases,
        sources,
        history,
        ...(step.instructions !== undefined && { instructions: work.renderText(token, step.instructions) }),
        ...given({ model, threshold }),
      },
      ...timeoutOf(work, token, step),
      ...(say && { shown: true }),
    });
  },
  resume(work, token, step, news) {
    if (news.kind !== 'output') return { exit: 'next' };
    const { answered, reply, citations } = recordOf(news.output);
    if (step.saveTo) work.assign(token, step.saveTo, news.output);
    if (answered !== true) return { exit: 'unknown' };
    if (step.say) {
      const cited = Array.isArray(citations) &&
        citations.length > 0 && { citations: citations as unknown as Citation[] };
      work.command(token, { kind: 'send-message', text: textOf(reply), locale: work.run.locale, ...cited });
    }
    return { exit: 'next' };
  },
  failed: unlessExhausted,
};
