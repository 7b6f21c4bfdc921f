import { advance, type EngineEvent, type TraceEntry } from '@scenarium/engine';
import type { CompiledScenario } from '@scenarium/language';
import type { ConversationDocument } from '../documents.ts';
import { carryOut, type StartRun } from './commands.ts';

/** A conversation being changed by one turn; becomes true only by the commit. */
export interface Draft {
  conversation: ConversationDocument;
  entries: TraceEntry[];
  /** Effects the engine does not want any more. */
  cancelled: string[];
  startRun: StartRun | null;
}

export function draftOf(conversation: ConversationDocument): Draft {
  return {
    conversation: {
      ...conversation,
      outbox: [...conversation.outbox],
      timers: [...conversation.timers],
      traces: [...conversation.traces],
    },
    entries: [],
    cancelled: [],
    startRun: null,
  };
}

/** Lets the engine decide about one event and writes its decision into the draft. */
export function decide(draft: Draft, compiled: CompiledScenario, event: EngineEvent): void {
  const { conversation } = draft;
  const { run, commands, trace } = advance(compiled, event.kind === 'started' ? null : conversation.run, event);
  conversation.run = run;
  conversation.locale = run.locale;
  draft.entries.push(...trace);
  for (const command of commands) carryOut(draft, command, event.at);
}
