import type { EngineEvent } from '@scenarium/engine';
import type { CompiledScenario, JsonObject } from '@scenarium/language';
import type { ConversationDocument, InboundBody, InboundRow } from '../documents.ts';
import { inboundOf } from '../position.ts';
import type { ActiveAgent, Chosen, Ports } from '../ports.ts';
import { decide, type Draft } from './draft.ts';
import { migrate } from './migrate.ts';
import { seedOf } from './seed.ts';

/** Agents that may follow one another before somebody speaks: a hand-over loop ends here. */
const MOST_HANDOVERS = 5;

type Trigger = Extract<EngineEvent, { kind: 'started' }>['trigger'];

/** Applies one accepted row: the engine decides, the draft changes. The row counts as applied whatever it led to. */
export async function applyRow(draft: Draft, row: InboundRow, ports: Ports): Promise<void> {
  const { conversation } = draft;
  conversation.applied = inboundOf(row.seq);
  conversation.lastSeq = row.seq;
  const at = row.at.getTime();
  const { body } = row;
  if (body.kind === 'start') {
    if (body.locale) conversation.locale = body.locale;
    conversation.hops = body.hops ?? 0;
    await start(draft, { ports, at, trigger: triggerOf(body), ...(body.values && { values: body.values }) });
  } else if (body.kind === 'message' && isOver(conversation)) {
    conversation.hops = 0;
    await start(draft, { ports, at, trigger: { type: 'conversation' } });
  } else if (body.kind === 'migrate') conversation.migration = { activation: body.activation, outcome: 'pending' };
  else if (conversation.run && conversation.version) {
    const event = eventOf(body, `${row._id}`, at);
    if (body.kind === 'timer') conversation.timers = conversation.timers.filter(({ id }) => id !== body.timer);
    decide(draft, await ports.compiled(conversation.tenant, conversation.version), event);
  } else if (body.kind === 'locale') conversation.locale = body.locale;
  await follow(draft, ports, at);
}

/**
 * Carries on with the version that was waited for, and with the agent that a hand-over named, as often as agents hand over without
 * anybody speaking.
 */
export async function follow(draft: Draft, ports: Ports, at: number): Promise<void> {
  await migrate(draft, ports, at);
  for (let handovers = 0; draft.startRun && handovers < MOST_HANDOVERS; handovers += 1) {
    const { agent, version } = draft.startRun;
    draft.startRun = null;
    await start(draft, { ports, at, trigger: { type: 'conversation' }, agent, ...(version && { version }) });
  }
  draft.startRun = null;
}

function isOver({ run }: ConversationDocument): boolean {
  return run === null || run.status !== 'waiting';
}

interface Start {
  ports: Ports;
  at: number;
  trigger: Trigger;
  values?: JsonObject;
  agent?: string;
  /** That of the agent, unless given. */
  version?: string;
}

async function start(draft: Draft, { ports, at, trigger, values, agent, version: given }: Start): Promise<void> {
  const { conversation } = draft;
  const active = await ports.activeAgent(conversation.tenant, agent ?? conversation.agent);
  if (!active) return;
  const chosen: Chosen = given === undefined ? await ports.chooseVersion(active, conversation) : { version: given };
  const { version, assignment } = chosen;
  const compiled: CompiledScenario = await ports.compiled(conversation.tenant, version);
  conversation.runs += 1;
  conversation.agent = active.id;
  conversation.version = version;
  conversation.timers = [];
  conversation.assignment = assignment ? { ...assignment, run: runIdOf(conversation) } : null;
  if (conversation.assignment) {
    const id = `assigned:${conversation.assignment.run}`;
    conversation.outbox.push({ id, at, kind: 'assigned', assignment: conversation.assignment });
  }
  decide(draft, compiled, startedEvent(conversation, active, { at, trigger, ...(values && { values }) }));
}

function startedEvent(
  conversation: ConversationDocument,
  active: ActiveAgent,
  { at, trigger, values }: { at: number; trigger: Trigger; values?: JsonObject },
): EngineEvent {
  const id = runIdOf(conversation);
  return {
    kind: 'started',
    id: `start:${id}`,
    at,
    run: { id, seed: seedOf(id) },
    trigger,
    ...(values && { values }),
    facts: {
      contact: { id: conversation.contact },
      conversation: { id: conversation._id, channel: conversation.channel },
      agent: { id: active.id, name: active.name },
    },
    locale: conversation.locale,
    contactVariables: conversation.contactVariables,
    agentVariables: active.variables,
  };
}

function runIdOf({ _id, runs }: ConversationDocument): string {
  return `${_id}:${runs}`;
}

function triggerOf(body: Extract<InboundBody, { kind: 'start' }>): Trigger {
  if (body.command !== undefined) return { type: 'command', command: body.command };
  if (body.event !== undefined) return { type: 'event', event: body.event };
  return { type: 'conversation' };
}

function eventOf(body: Exclude<InboundBody, { kind: 'start' | 'migrate' }>, id: string, at: number): EngineEvent {
  switch (body.kind) {
    case 'message': {
      const { text, option, attachments } = body;
      const message = { text, ...(option !== undefined && { option }), ...(attachments && { attachments }) };
      return { kind: 'message-received', id, at, message };
    }
    case 'timer':
      return { kind: 'timer-fired', id, at, timer: body.timer };
    case 'event':
      return {
        kind: 'event-received',
        id,
        at,
        name: body.name,
        data: body.data,
        ...(body.key !== undefined && { key: body.key }),
      };
    case 'locale':
      return { kind: 'locale-changed', id, at, locale: body.locale };
    case 'handed-back':
      return { kind: 'handed-back', id, at };
  }
}
