import type { Command } from './command.ts';
import type { EngineEvent } from './event.ts';
import type { Run } from './run.ts';
import type { TraceEntry } from './trace.ts';

/** What `advance()` answers: the new state, what is to be done, and what happened, in order. */
export interface Advance {
  run: Run;
  commands: Command[];
  trace: TraceEntry[];
}

/** Tokens that stand before their step, in the order in which they will enter it; plain JSON. */
export interface Held {
  tokens: string[];
  /** Steps that were executed for the event already. */
  executed: number;
  event: EngineEvent;
}

/** What came of an event that was perhaps not followed to its end. */
export interface HeldAdvance extends Advance {
  held?: Held;
}
