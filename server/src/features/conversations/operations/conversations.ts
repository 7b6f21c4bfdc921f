import { commonProblems } from '../../../platform/errors/common.ts';
import type { Actor, UserActor, VisitorActor } from '../../../platform/http/actor.ts';
import type { Tokens } from '../../../platform/security/tokens.ts';
import type {
  ConversationDocument,
  ConversationFilter,
  InboundBody,
  MessagePage,
  Runtime,
} from '../../../runtime/index.ts';
import type { Agents } from '../../agents/index.ts';
import type { Contacts } from '../../contacts/index.ts';
import type { Scenarios } from '../../scenarios/index.ts';
import type { Tickets } from '../../tickets/index.ts';
import { conversationProblems } from '../problems.ts';
import { hear, type Heard } from './hear.ts';
import { retryParked } from './parked.ts';
import { startRun, type StartRun } from './start-run.ts';
import { openConversation, verifyVisitor, type Opening } from './visitors.ts';
import { addressOf } from './who.ts';

const DAY_MS = 86_400_000;

export interface ConversationsOptions {
  runtime: Runtime;
  agents: Agents;
  scenarios: Scenarios;
  contacts: Contacts;
  tokens: Tokens;
  tickets: Tickets;
  /** Told of a conversation that somebody began. */
  started(conversation: ConversationDocument): void;
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

export type Conversations = ReturnType<typeof createConversations>;

/** Conversations of end users with agents. */
export function createConversations(options: ConversationsOptions) {
  const { runtime, tickets } = options;

  /** Is this conversation the caller's? A foreign one does not exist. */
  async function get(actor: Actor, id: string): Promise<ConversationDocument> {
    const found = actor.kind === 'visitor' && actor.conversation !== id ? null : await runtime.read(id);
    if (!found || found.tenant !== actor.tenant) throw conversationProblems.conversation_not_found({ detail: id });
    return found;
  }

  async function take(actor: Actor, id: string, { messageId, body }: { messageId: string; body: InboundBody }) {
    const to = actor.kind === 'visitor' ? ownAddress(actor, id) : addressOf(await get(actor, id));
    return runtime.accept({ ...to, externalId: `${id}:${messageId}`, body });
  }

  return {
    get,
    take,
    open: (opening: Opening) => openConversation(options, opening),
    verifyVisitor: (token: string) => verifyVisitor(options, token),
    start: (run: StartRun) => startRun(options, run),
    hear: (heard: Heard) => hear(options, heard),
    parked: (tenant: string, limit: number) => runtime.store.parked(tenant, limit),
    retryParked: (of: { tenant: string; id: string }) => retryParked(runtime, of),
    list: (of: ConversationFilter, limit: number) => runtime.store.list(of, limit),
    /** Open conversations of each agent in which something happened in the last day. */
    live: (tenant: string) => runtime.store.live(tenant, new Date(Date.now() - DAY_MS)),
    /** Takes a message in; resolves when it is durable. */
    async send(actor: Actor, id: string, { id: messageId, text, option, attachments }: Incoming) {
      if (!text?.trim() && option === undefined && !attachments?.length) throw conversationProblems.message_empty();
      const body: InboundBody = {
        kind: 'message',
        text: text ?? '',
        ...(option !== undefined && { option }),
        ...(attachments?.length && {
          attachments: attachments.map(({ url, type, name }) => ({
            url,
            ...(type && { type }),
            ...(name && { name }),
          })),
        }),
      };
      return take(actor, id, { messageId, body });
    },
    /** Gives a conversation back to the agent; nobody waits for a person any more. */
    async handBack(actor: UserActor, id: string, messageId: string) {
      const accepted = await take(actor, id, { messageId, body: { kind: 'handed-back', operator: actor.id } });
      await tickets.close({ tenant: actor.tenant, conversation: id });
      return accepted;
    },
    /** The oldest messages after a cursor; with `before`, the newest between the two. */
    async messages(actor: Actor, id: string, { after, before, limit }: MessageRange): Promise<MessagePage> {
      const conversation = await get(actor, id);
      return before === undefined
        ? runtime.messages(conversation, after, limit)
        : runtime.newestMessages(conversation, { after, before, limit });
    },
    /** What the engine did, turn by turn. */
    async trace(actor: Actor, id: string, { after, limit }: { after?: string | undefined; limit: number }) {
      const turns = await runtime.traces(await get(actor, id), after, limit + 1);
      return { turns: turns.slice(0, limit), more: turns.length > limit };
    },
    /** What was said in answer to the row at `seq`, when it is complete or the time is up. */
    async replies(id: string, seq: number, waitMs: number) {
      const conversation = await runtime.settled(id, seq, waitMs);
      if (!conversation) throw conversationProblems.conversation_not_found({ detail: id });
      return { messages: await runtime.replies(conversation, seq), lastSeq: conversation.lastSeq };
    },
  };
}

/** A visitor's token was given for a conversation that exists: no need to ask the database. */
function ownAddress(visitor: VisitorActor, id: string) {
  if (visitor.conversation !== id) throw conversationProblems.conversation_not_found({ detail: id });
  if (!visitor.tenant) throw commonProblems.unauthenticated();
  return { tenant: visitor.tenant, conversation: id, channel: 'web' };
}
