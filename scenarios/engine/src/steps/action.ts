import type { JsonObject, StepOf } from '@scenarium/language';
import type { CallEffectCommand } from '../contract/command.ts';
import { durationOf } from './ask.ts';
import type { StepHandler } from './handler.ts';

export const action: StepHandler<StepOf<'action'>> = {
  enter(work, token, step) {
    const timeoutMs = step.timeout === undefined ? undefined : durationOf(work, token, step.timeout);
    const input = work.render(token, step.input) as JsonObject;
    work.command(token, {
      kind: 'call-effect',
      action: step.action,
      input,
      ...(timeoutMs !== undefined && { timeoutMs }),
    });
    return { wait: { for: 'effect', effect: work.commands.at(-1) as CallEffectCommand } };
  },
  resume(work, token, step, news) {
    if (news.kind === 'output' && step.saveTo) work.assign(token, step.saveTo, news.output);
    return { exit: 'next' };
  },
};
