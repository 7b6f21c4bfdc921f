import { createHash } from 'node:crypto';
import type { ConversationDocument, Runtime } from '../../../runtime/index.ts';
import type { Contacts } from '../../contacts/index.ts';

/** Who talks to which agent where: that is what makes a conversation the same one. */
export interface Who {
  tenant: string;
  agent: string;
  channel: string;
  contact: string;
  /** What the service of the channel calls the conversation: several people may share one. */
  thread?: string;
}

export function conversationIdOf({ tenant, agent, channel, contact, thread = contact }: Who): string {
  return createHash('sha256').update([tenant, agent, channel, thread].join('\n')).digest('hex').slice(0, 24);
}

/** The conversation of somebody with an agent, made when there is none. */
export async function begin(
  { runtime, contacts }: { runtime: Runtime; contacts: Contacts },
  { locale, ...who }: Who & { locale: string },
): Promise<ConversationDocument> {
  const contactVariables = await contacts.variables(who.tenant, who.contact);
  return runtime.open({ ...who, locale, id: conversationIdOf(who), contactVariables });
}

/** Where what reaches a conversation goes. */
export function addressOf({ tenant, _id, channel }: ConversationDocument) {
  return { tenant, conversation: _id, channel };
}
