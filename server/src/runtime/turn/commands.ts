import type { Command } from '@scenarium/engine';
import type { Draft } from './draft.ts';

/** A conversation that another agent, or another version, goes on with. */
export interface StartRun {
  agent: string;
  version?: string;
  reason?: string;
}

type Handlers = { [K in Command['kind']]: (draft: Draft, command: Extract<Command, { kind: K }>, at: number) => void };

const handlers: Handlers = {
  'send-message': ({ conversation }, command, at) => {
    const { id, text, locale, buttons, attachments, citations } = command;
    conversation.lastSeq += 1;
    conversation.outbox.push({
      id,
      at,
      kind: 'message',
      seq: conversation.lastSeq,
      body: {
        kind: 'message',
        text,
        locale,
        ...(buttons && { buttons }),
        ...(attachments && { attachments }),
        ...(citations && { citations }),
      },
    });
  },
  // The run's own state holds the pending effect; the worker carries it out after the commit.
  'call-effect': () => undefined,
  'cancel-effect': (draft, { effect }) => {
    draft.cancelled.push(effect);
  },
  'start-timer': ({ conversation }, { id, at }) => {
    conversation.timers.push({ id, at });
  },
  'cancel-timer': ({ conversation }, { timer }) => {
    conversation.timers = conversation.timers.filter(({ id }) => id !== timer);
  },
  'emit-event': ({ conversation }, { id, name, key, data }, at) => {
    conversation.outbox.push({
      id,
      at,
      kind: 'event',
      name,
      data,
      ...(key !== undefined && { key }),
      ...(conversation.assignment && { assignment: conversation.assignment }),
    });
  },
  'open-ticket': ({ conversation }, { id, reason, priority }, at) => {
    conversation.outbox.push({ id, at, kind: 'ticket', reason, priority });
  },
  'start-run': (draft, { agent, reason }) => {
    draft.startRun = { agent, ...(reason !== undefined && { reason }) };
  },
  'save-contact': ({ conversation }, { id, variables }, at) => {
    conversation.contactVariables = { ...conversation.contactVariables, ...variables };
    conversation.outbox.push({ id, at, kind: 'contact', variables });
  },
  finish: ({ conversation }, { id, status, outcome, error }, at) => {
    conversation.timers = [];
    const run = conversation.run?.id ?? conversation._id;
    conversation.outbox.push({
      id,
      at,
      kind: 'finished',
      run,
      status,
      ...(outcome && { outcome }),
      ...(error && { error }),
      ...(conversation.assignment && { assignment: conversation.assignment }),
    });
  },
};

/** Writes what one command means for the conversation into the draft. */
export function carryOut<K extends Command['kind']>(
  draft: Draft,
  command: Extract<Command, { kind: K }>,
  at: number,
): void {
  (handlers[command.kind as K] as Handlers[K])(draft, command, at);
}
