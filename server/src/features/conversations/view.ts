import type { Citation } from '@scenarium/engine';
import { z } from 'zod';
import type { ConversationDocument, DeliveryState, MessageRow } from '../../runtime/index.ts';

export const MessageView = z.object({
  id: z.string(),
  seq: z.int(),
  direction: z.enum(['in', 'out']),
  text: z.string(),
  buttons: z.array(z.object({ id: z.string(), label: z.string(), url: z.string().optional() })).optional(),
  attachments: z
    .array(z.object({ url: z.string(), type: z.string().optional(), name: z.string().optional() }))
    .optional(),
  citations: z
    .array(
      z.object({
        title: z.string(),
        quote: z.string(),
        section: z.string().optional(),
        page: z.int().optional(),
        url: z.string().optional(),
      }),
    )
    .optional(),
  locale: z.string().optional(),
  at: z.iso.datetime(),
  sender: z.object({ type: z.enum(['contact', 'agent']) }),
  delivery: z
    .object({
      status: z.enum(['waiting', 'sent', 'failed']),
      attempts: z.int(),
      error: z.object({ code: z.string(), message: z.string() }).optional(),
    })
    .optional()
    .describe('How far it is on its way to the service of its channel'),
});
export type MessageView = z.infer<typeof MessageView>;

export const ConversationView = z.object({
  id: z.string(),
  agent: z.string(),
  channel: z.string(),
  contact: z.string(),
  locale: z.string(),
  status: z.enum(['open', 'closed']),
  outcome: z.string().optional(),
  steps: z.array(z.string()),
  lastSeq: z.int(),
  updatedAt: z.iso.datetime(),
});

/** A message as clients see it. What a contact sent carries the sender's own id. */
export function viewMessage(row: MessageRow): MessageView {
  const { seq, direction, body } = row;
  if (body.kind !== 'message') throw new TypeError(`a ${body.kind} is not shown`);
  const { text, attachments } = body;
  return {
    id: row.direction === 'in' ? row.externalId.slice(row.conversation.length + 1) : row.command,
    seq,
    direction,
    text,
    ...('buttons' in body && body.buttons && { buttons: body.buttons }),
    ...(attachments && { attachments }),
    ...('citations' in body && body.citations && { citations: body.citations.map(viewCitation) }),
    ...('locale' in body && { locale: body.locale }),
    at: row.at.toISOString(),
    sender: { type: direction === 'in' ? 'contact' : 'agent' },
    ...('delivery' in row && row.delivery && { delivery: viewDelivery(row.delivery) }),
  };
}

function viewDelivery({ status, attempts, error }: DeliveryState): NonNullable<MessageView['delivery']> {
  return { status, attempts, ...(error && { error }) };
}

function viewCitation({ title, quote, section, page, url }: Citation): Citation {
  return {
    title,
    quote,
    ...(section !== undefined && { section }),
    ...(page !== undefined && { page }),
    ...(url !== undefined && { url }),
  };
}

export function viewConversation({
  _id,
  agent,
  channel,
  contact,
  locale,
  run,
  lastSeq,
  updatedAt,
}: ConversationDocument): z.infer<typeof ConversationView> {
  return {
    id: _id,
    agent,
    channel,
    contact,
    locale,
    status: run && run.status !== 'waiting' ? 'closed' : 'open',
    ...(run?.outcome !== undefined && { outcome: run.outcome }),
    steps: run?.tokens.map(({ step }) => step) ?? [],
    lastSeq,
    updatedAt: updatedAt.toISOString(),
  };
}
