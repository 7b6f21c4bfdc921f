import type { Json, StepOf } from '@scenarium/language';
import { callEffect } from '../work/call-effect.ts';
import { timeoutOf } from './ask.ts';
import type { StepHandler } from './handler.ts';
import { given, recordOf, textOf, unlessExhausted } from './model-parts.ts';

export const llm: StepHandler<StepOf<'llm'>> = {
  enter(work, token, step) {
    const { model, history, fields, temperature, maxTokens, say } = step;
    return callEffect(work, token, {
      action: 'model.generate',
      input: {
        messages: [{ role: 'user', text: work.renderText(token, step.prompt) }],
        history,
        ...(step.instructions !== undefined && { instructions: work.renderText(token, step.instructions) }),
        ...given({ model, fields: fields as Json | undefined, temperature, maxTokens }),
      },
      ...timeoutOf(work, token, step),
      ...(say && { shown: true }),
    });
  },
  resume(work, token, step, news) {
    if (news.kind !== 'output') return { exit: 'next' };
    const { text: said, data } = recordOf(news.output);
    const text = textOf(said);
    if (step.say && text !== '') work.command(token, { kind: 'send-message', text, locale: work.run.locale });
    if (step.saveTo) work.assign(token, step.saveTo, step.fields ? (data ?? null) : text);
    return { exit: 'next' };
  },
  failed: unlessExhausted,
};
