import type { JsonObject } from '@scenarium/language';
import type { AnyAction } from '@scenarium/sdk';
import type { ActionCall } from './call.ts';

/** The input of a call that a model decided on: what belongs to the conversation's contact is the conversation's own, whatever it says. */
export function ownFields({ tool }: AnyAction, { input, conversation }: ActionCall): JsonObject {
  const facts = { 'contact.id': conversation.contact ?? '', 'conversation.id': conversation.id };
  const own = Object.entries(tool?.own ?? {}).map(([field, fact]) => [field, facts[fact]] as const);
  return { ...input, ...Object.fromEntries(own) };
}
