import type { Command } from './command.ts';
import type { Run } from './run.ts';
import type { TraceEntry } from './trace.ts';

/** What `advance()` answers: the new state, what is to be done, and what happened, in order. */
export interface Advance {
  run: Run;
  commands: Command[];
  trace: TraceEntry[];
}
