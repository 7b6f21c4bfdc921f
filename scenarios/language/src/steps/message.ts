import { z } from 'zod';
import { Id, MessageId, Template } from '../document/names.ts';
import { stepBase, type StepDefinition } from './definition.ts';

/** A button under a message: opens `url`, or (without it) sends its label as the end user's message. */
const Button = z.strictObject({ id: Id, label: MessageId, url: Template.optional() });

/** A file shown with a message, by its address. */
const Attachment = z.strictObject({
  url: Template,
  type: z.enum(['image', 'audio', 'video', 'file']).default('file'),
  name: Template.optional(),
});

/** Says something. */
export const MessageStep = z.strictObject({
  ...stepBase,
  type: z.literal('message'),
  text: MessageId,
  buttons: z.array(Button).max(20).default([]),
  attachments: z.array(Attachment).max(10).default([]),
});
export type MessageStep = z.infer<typeof MessageStep>;

export const message: StepDefinition<MessageStep> = {
  schema: MessageStep,
  waits: false,
  canFail: false,
  exits: () => [{ name: 'next', required: true }],
  texts: (step) => [
    { path: ['text'], message: step.text },
    ...step.buttons.map((button, i) => ({ path: ['buttons', i, 'label'], message: button.label })),
  ],
  templates: (step) => [
    ...step.buttons.flatMap((button, i) => (button.url ? [{ path: ['buttons', i, 'url'], value: button.url }] : [])),
    ...step.attachments.map((attachment, i) => ({ path: ['attachments', i], value: attachment })),
  ],
};
