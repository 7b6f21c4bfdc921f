import type { Json } from '@scenarium/language';
import type { Command } from './command.ts';
import type { EffectError, EngineEvent } from './event.ts';
import type { Run, Token } from './run.ts';
import type { TraceEntry } from './trace.ts';

/** What `advance()` answers: the new state, what is to be done, and what happened, in order. */
export interface Advance {
  run: Run;
  commands: Command[];
  trace: TraceEntry[];
}

/** A token before its step, for whoever decides whether it is held there. */
export interface Standing {
  token: Token;
  run: Run;
  /** What happened for this event so far. */
  trace: readonly TraceEntry[];
  /** The value of any expression, as the step would see it. @throws ExpressionError */
  evaluate(source: string): Json;
}

/** Why a token is held, where there is more to say than that it is. */
export interface Stop {
  /** The flow that was to stop it. */
  flow?: string;
  /** Why the condition of the stop has no value. */
  error?: EffectError;
}

/** Is a token held before its step, and why? */
export type Holds = (standing: Standing) => Stop | boolean;

/** Tokens that stand before their step, in the order in which they will enter it; plain JSON. */
export interface Held {
  tokens: string[];
  /** Steps that were executed for the event already. */
  executed: number;
  event: EngineEvent;
  /** Why the first of them is held. */
  stop?: Stop;
}

/** What came of an event that was perhaps not followed to its end. */
export interface HeldAdvance extends Advance {
  held?: Held;
}
