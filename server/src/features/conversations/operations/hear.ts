import type { CompiledScenario, JsonObject } from '@scenarium/language';
import type { Accepted, ConversationDocument, InboundBody, Runtime } from '../../../runtime/index.ts';
import { agentProblems } from '../../agents/index.ts';
import type { ConversationsOptions } from './conversations.ts';
import { addressOf, begin, conversationIdOf } from './who.ts';

/** Something that an end user did at the service of a channel. */
export interface Heard {
  tenant: string;
  /** Id or slug. */
  agent: string;
  channel: string;
  /** What the service calls the conversation. */
  thread: string;
  contact: { id: string; name?: string; locale?: string };
  /** The service's name for it: the same again changes nothing. */
  externalId: string;
  said: Said | { kind: 'command'; command: string; arguments?: string };
  /** Choices were shown with numbers: a number stands for its choice. */
  numbered: boolean;
}

type Said = Extract<InboundBody, { kind: 'message' }>;

const LATEST = 20;

/**
 * Takes in what came over a channel; resolves when it is durable.
 * @throws agent_not_active
 */
export async function hear(options: ConversationsOptions, heard: Heard): Promise<Accepted> {
  const { agents, scenarios, runtime, contacts } = options;
  const { tenant, channel, thread, contact, externalId, said } = heard;
  const active = await agents.active(tenant, heard.agent);
  if (!active) throw agentProblems.agent_not_active({ detail: heard.agent });
  const compiled = await scenarios.compiled(tenant, active.version);
  const who = { tenant, agent: active.id, channel, contact: contact.id, thread };
  let conversation = await runtime.read(conversationIdOf(who));
  const isNew = conversation === null;
  if (!conversation) {
    if (contact.name !== undefined) await contacts.remember(tenant, contact.id, { name: contact.name });
    conversation = await begin(options, { ...who, locale: compiled.locale(contact.locale ?? []) });
  }
  const accepted = await runtime.accept({
    ...addressOf(conversation),
    externalId: `${conversation._id}:${externalId}`,
    body:
      said.kind === 'command'
        ? commandBody(said, compiled)
        : heard.numbered
          ? await withChoice(said, conversation, runtime)
          : said,
  });
  if (isNew && !accepted.duplicate) options.started(conversation);
  return accepted;
}

/** A command that the scenario knows starts its trigger; `/start` begins anew; any other is a text like others. */
function commandBody(
  { command, arguments: words = '' }: Extract<Heard['said'], { kind: 'command' }>,
  compiled: CompiledScenario,
): InboundBody {
  if (compiled.entry('command', command) !== undefined) return { kind: 'start', command, values: valuesOf(words) };
  if (command === 'start') return { kind: 'start', values: valuesOf(words) };
  return { kind: 'message', text: `/${command} ${words}`.trim() };
}

/** `number=5 soon` as values of variables: `arguments` holds all of it, `number` its part. */
function valuesOf(words: string): JsonObject {
  const named = [...words.matchAll(/(?:^|\s)([A-Za-z]\w*)=(\S+)/g)].map(([, name, value]) => [name, value] as const);
  return { ...Object.fromEntries(named), arguments: words };
}

async function withChoice(said: Said, conversation: ConversationDocument, runtime: Runtime): Promise<Said> {
  const number = Number(/^\s*(\d{1,2})\s*[.)]?\s*$/.exec(said.text)?.[1]);
  if (said.option !== undefined || !number) return said;
  const range = { after: 0, before: Number.MAX_SAFE_INTEGER, limit: LATEST };
  const { messages } = await runtime.newestMessages(conversation, range);
  const asked = messages.findLast((row) => row.direction === 'out' && !!row.body.buttons?.length);
  const buttons = asked?.direction === 'out' ? (asked.body.buttons ?? []) : [];
  const option = buttons.filter(({ url }) => url === undefined)[number - 1]?.id;
  return option === undefined ? said : { ...said, option };
}
