import { ObjectId } from 'mongodb';
import type { VisitorActor } from '../../../platform/http/actor.ts';
import type { ConversationDocument } from '../../../runtime/index.ts';
import { agentProblems, shownTo } from '../../agents/index.ts';
import type { ConversationsOptions } from './conversations.ts';
import { addressOf, begin, conversationIdOf } from './who.ts';

/** A visitor's wish to talk. */
export interface Opening {
  agent: string;
  /** Languages of the visitor, the dearest first. */
  locale?: string | string[] | undefined;
  /** Of a conversation before: it goes on when it was with this agent. */
  token?: string | undefined;
}

export interface Opened {
  conversation: ConversationDocument;
  agent: { id: string; name: string };
  locales: string[];
  token: string;
}

const VISITOR_SECONDS = 30 * 24 * 3_600;

/** Begins a conversation on the web, or goes on with the one a visitor token names. */
export async function openConversation(
  options: ConversationsOptions,
  { agent: id, locale, token }: Opening,
): Promise<Opened> {
  const { agents, scenarios, runtime, tokens } = options;
  const found = await agents.findPublic(id);
  if (!found) throw agentProblems.agent_not_found({ detail: id });
  const active = await agents.active(found.tenant, found._id);
  if (!active) throw agentProblems.agent_not_active();
  const compiled = await scenarios.compiled(found.tenant, active.version);
  const { locales } = compiled.scenario;
  const languages = locale ?? [];
  const agent = { id: found._id, name: shownTo(found, languages).name };
  const here = { tenant: found.tenant, agent: found._id, channel: 'web' };
  const visitor = token === undefined ? null : await verifyVisitor(options, token);
  if (token !== undefined && visitor?.conversation === conversationIdOf({ ...here, contact: visitor?.contact ?? '' })) {
    const conversation = await runtime.read(visitor.conversation);
    if (conversation) return { conversation, agent, locales, token };
  }
  const contact = new ObjectId().toHexString();
  const conversation = await begin(options, { ...here, contact, locale: compiled.locale(languages) });
  await runtime.accept({
    ...addressOf(conversation),
    externalId: `${conversation._id}:start`,
    body: { kind: 'start', locale: conversation.locale },
  });
  options.started(conversation);
  const claims = { tenant: found.tenant, conversation: conversation._id, contact };
  return { conversation, agent, locales, token: await tokens.sign('visitor', claims, VISITOR_SECONDS) };
}

/** Whom a visitor token was given to; null when it is not ours or has run out. */
export async function verifyVisitor(
  { tokens }: Pick<ConversationsOptions, 'tokens'>,
  token: string,
): Promise<VisitorActor | null> {
  const claims = await tokens.verify('visitor', token);
  const { tenant, conversation, contact } = claims ?? {};
  if (typeof tenant !== 'string' || typeof conversation !== 'string' || typeof contact !== 'string') return null;
  return { kind: 'visitor', tenant, conversation, contact };
}
