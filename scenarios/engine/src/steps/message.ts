import type { StepOf } from '@scenarium/language';
import type { SendMessageCommand } from '../contract/command.ts';
import type { StepHandler } from './handler.ts';

export const message: StepHandler<StepOf<'message'>> = {
  enter(work, token, step) {
    const buttons = step.buttons.map(({ id, label, url }) => ({
      id,
      label: work.text(token, label),
      ...(url !== undefined && { url: work.renderText(token, url) }),
    }));
    const attachments = step.attachments.map(
      (attachment) => work.render(token, attachment) as NonNullable<SendMessageCommand['attachments']>[number],
    );
    work.command(token, {
      kind: 'send-message',
      text: work.text(token, step.text),
      locale: work.run.locale,
      ...(buttons.length > 0 && { buttons }),
      ...(attachments.length > 0 && { attachments }),
    });
    return { exit: 'next' };
  },
};
