import { createHash } from 'node:crypto';
import type { JsonObject } from '@scenarium/language';
import { ObjectId } from 'mongodb';
import { commonProblems } from '../../../platform/errors/common.ts';
import type { Actor, VisitorActor } from '../../../platform/http/actor.ts';
import type { Tokens } from '../../../platform/security/tokens.ts';
import type { ConversationDocument, InboundBody, MessagePage, Runtime } from '../../../runtime/index.ts';
import { agentProblems, type Agents } from '../../agents/index.ts';
import type { Contacts } from '../../contacts/index.ts';
import type { Scenarios } from '../../scenarios/index.ts';
import { conversationProblems } from '../problems.ts';

export interface ConversationsOptions {
  runtime: Runtime;
  agents: Agents;
  scenarios: Scenarios;
  contacts: Contacts;
  tokens: Tokens;
}

/** What an end user sends. `id` is the sender's own name for it: sent again, it changes nothing. */
export interface Incoming {
  id: string;
  text?: string | undefined;
  option?: string | undefined;
  attachments?: { url: string; type?: string | undefined; name?: string | undefined }[] | undefined;
}

export interface MessageRange {
  after: number;
  before?: number | undefined;
  limit: number;
}

export interface Opened {
  conversation: ConversationDocument;
  agent: { id: string; name: string };
  locales: string[];
  token: string;
}

const VISITOR_SECONDS = 30 * 24 * 3_600;

export type Conversations = ReturnType<typeof createConversations>;

/** Conversations of end users with agents. */
export function createConversations({ runtime, agents, scenarios, contacts, tokens }: ConversationsOptions) {
  /** Begins a conversation on the web, or goes on with the one a visitor token names. */
  async function open({
    agent: id,
    locale,
    token,
  }: {
    agent: string;
    /** Languages of the visitor, the dearest first. */
    locale?: string | string[] | undefined;
    token?: string | undefined;
  }): Promise<Opened> {
    const agent = await agents.findPublic(id);
    if (!agent) throw agentProblems.agent_not_found({ detail: id });
    const active = await agents.active(agent.tenant, agent._id);
    if (!active) throw agentProblems.agent_not_active();
    const compiled = await scenarios.compiled(agent.tenant, active.version);
    const { locales } = compiled.scenario;
    const visitor = token === undefined ? null : await verifyVisitor(token);
    const here = { tenant: agent.tenant, agent: agent._id, channel: 'web' };
    if (visitor && visitor.conversation === idOf({ ...here, contact: visitor.contact })) {
      const known = await runtime.read(visitor.conversation);
      if (known)
        return { conversation: known, agent: { id: agent._id, name: agent.name }, locales, token: token as string };
    }
    const contact = new ObjectId().toHexString();
    const conversation = await begin({ ...here, contact, locale: compiled.locale(locale ?? []) });
    await runtime.accept({
      ...address(conversation),
      externalId: `${conversation._id}:start`,
      body: { kind: 'start', locale: conversation.locale },
    });
    const claims = { tenant: agent.tenant, conversation: conversation._id, contact };
    return {
      conversation,
      agent: { id: agent._id, name: agent.name },
      locales,
      token: await tokens.sign('visitor', claims, VISITOR_SECONDS),
    };
  }

  async function begin({ locale, ...who }: Who & { locale: string }): Promise<ConversationDocument> {
    const contactVariables = await contacts.variables(who.tenant, who.contact);
    return runtime.open({ ...who, locale, id: idOf(who), contactVariables });
  }

  async function verifyVisitor(token: string): Promise<VisitorActor | null> {
    const claims = await tokens.verify('visitor', token);
    const { tenant, conversation, contact } = claims ?? {};
    if (typeof tenant !== 'string' || typeof conversation !== 'string' || typeof contact !== 'string') return null;
    return { kind: 'visitor', tenant, conversation, contact };
  }

  /** Is this conversation the caller's? A foreign one does not exist. */
  async function get(actor: Actor, id: string): Promise<ConversationDocument> {
    const found = actor.kind === 'visitor' && actor.conversation !== id ? null : await runtime.read(id);
    if (!found || found.tenant !== actor.tenant) throw conversationProblems.conversation_not_found({ detail: id });
    return found;
  }

  /** Takes a message in; resolves when it is durable. */
  async function send(actor: Actor, id: string, { id: messageId, text, option, attachments }: Incoming) {
    if (!text?.trim() && option === undefined && !attachments?.length) throw conversationProblems.message_empty();
    const body: InboundBody = {
      kind: 'message',
      text: text ?? '',
      ...(option !== undefined && { option }),
      ...(attachments?.length && {
        attachments: attachments.map(({ url, type, name }) => ({ url, ...(type && { type }), ...(name && { name }) })),
      }),
    };
    return take(actor, id, { messageId, body });
  }

  async function take(actor: Actor, id: string, { messageId, body }: { messageId: string; body: InboundBody }) {
    const to = actor.kind === 'visitor' ? ownAddress(actor, id) : address(await get(actor, id));
    return runtime.accept({ ...to, externalId: `${id}:${messageId}`, body });
  }

  return {
    open,
    verifyVisitor,
    get,
    send,
    take,
    list: (tenant: string, filter: { agent?: string | undefined }, limit: number) =>
      runtime.store.list({ tenant, agent: filter.agent }, limit),
    /** The oldest messages after a cursor; with `before`, the newest between the two. */
    async messages(actor: Actor, id: string, { after, before, limit }: MessageRange): Promise<MessagePage> {
      const conversation = await get(actor, id);
      return before === undefined
        ? runtime.messages(conversation, after, limit)
        : runtime.newestMessages(conversation, { after, before, limit });
    },
    /** What was said in answer to the row at `seq`, when it is complete or the time is up. */
    async replies(id: string, seq: number, waitMs: number) {
      const conversation = await runtime.settled(id, seq, waitMs);
      if (!conversation) throw conversationProblems.conversation_not_found({ detail: id });
      return { messages: await runtime.replies(conversation, seq), lastSeq: conversation.lastSeq };
    },
    /** Runs an agent because an event triggers it, in its conversation with `contact` over the API. */
    async start({
      tenant,
      agent,
      contact,
      id,
      ...start
    }: {
      tenant: string;
      agent: string;
      contact: string;
      id: string;
      event: string;
      values: JsonObject;
      hops: number;
    }) {
      const conversation = await begin({ tenant, agent, channel: 'api', contact, locale: 'en' });
      const externalId = `${conversation._id}:${id}`;
      return runtime.accept({ ...address(conversation), externalId, body: { kind: 'start', ...start } });
    },
    /** Runs an agent by one of its commands, in the conversation of `contact` over the API. */
    async run(
      tenant: string,
      reference: string,
      {
        command,
        values,
        contact,
        id,
        locale,
      }: { command: string; values: JsonObject; contact: string; id: string; locale?: string | string[] | undefined },
    ) {
      const active = await agents.active(tenant, reference);
      if (!active) throw agentProblems.agent_not_found({ detail: reference });
      const compiled = await scenarios.compiled(tenant, active.version);
      const wanted = compiled.locale(locale ?? []);
      const conversation = await begin({ tenant, agent: active.id, channel: 'api', contact, locale: wanted });
      const body: InboundBody = { kind: 'start', command, values, ...(locale !== undefined && { locale: wanted }) };
      return runtime.accept({ ...address(conversation), externalId: `${conversation._id}:${id}`, body });
    },
    parked: (tenant: string, limit: number) => runtime.store.parked(tenant, limit),
    /** Puts a parked message into the queue of its conversation again. */
    async retryParked(tenant: string, id: string) {
      const row = await runtime.store.parkedRow(tenant, id);
      if (!row) throw conversationProblems.parked_not_found({ detail: id });
      const { conversation, channel, body, externalId } = row;
      const accepted = await runtime.accept({ tenant, conversation, channel, body, externalId: `${externalId}:retry` });
      await runtime.store.unpark(id);
      return accepted;
    },
  };
}

function address({ tenant, _id, channel }: ConversationDocument) {
  return { tenant, conversation: _id, channel };
}

/** Who talks to which agent where: that is what makes a conversation the same one. */
interface Who {
  tenant: string;
  agent: string;
  channel: string;
  contact: string;
}

function idOf({ tenant, agent, channel, contact }: Who): string {
  return createHash('sha256').update([tenant, agent, channel, contact].join('\n')).digest('hex').slice(0, 24);
}

/** A visitor's token was given for a conversation that exists: no need to ask the database. */
function ownAddress(visitor: VisitorActor, id: string) {
  if (visitor.conversation !== id) throw conversationProblems.conversation_not_found({ detail: id });
  if (!visitor.tenant) throw commonProblems.unauthenticated();
  return { tenant: visitor.tenant, conversation: id, channel: 'web' };
}
