import type { Json, JsonObject } from '@scenarium/language';
import type { CallEffectCommand, Command, SendMessageCommand } from '../contract/command.ts';
import type { Held, Standing, Stop } from '../contract/advance.ts';
import type { EffectError, EngineEvent, RunFacts, StartedEvent } from '../contract/event.ts';
import type { Run } from '../contract/run.ts';
import type { TraceEntry } from '../contract/trace.ts';

/** One thing said in a simulated conversation. */
export type Line = { from: 'contact'; text: string } | { from: 'agent'; message: SendMessageCommand };

/** How a simulated world answers an action; `afterMs`: how long it takes by the world's clock. */
export type SimulatedAnswer = ({ output: Json } | { error: EffectError }) & { afterMs?: number };

/** What will happen by itself: a timer fires, or an answer that takes its time arrives. */
export interface Due {
  id: string;
  step: string;
  at: number;
  /** Left out: a timer. */
  answer?: SimulatedAnswer;
}

/** How one action was answered. */
export interface Answered {
  call: string;
  action: string;
  answer: SimulatedAnswer;
}

/** A run in a world of its own with a clock that moves when told: plain JSON, never changed, so that any earlier one can be gone on from. */
export interface World {
  run: Run;
  now: number;
  /** Where the clock is on its way to, while it moves. */
  until?: number;
  due: readonly Due[];
  /** Actions that nobody has answered yet. */
  calls: readonly CallEffectCommand[];
  answered: readonly Answered[];
  held?: Held;
  lines: readonly Line[];
  commands: readonly Command[];
  trace: readonly TraceEntry[];
  /** Everything that happened, for replaying. */
  events: readonly EngineEvent[];
}

/** How a world begins. */
export interface Beginning {
  /** Milliseconds since the epoch at which the run begins. */
  at: number;
  locale: string;
  seed?: number;
  trigger?: StartedEvent['trigger'];
  /** Begins at this step instead of where the trigger leads. */
  from?: string;
  values?: JsonObject;
  contact?: Partial<RunFacts['contact']>;
  contactVariables?: JsonObject;
  agentVariables?: JsonObject;
}

/** A token before its step, in a world in which other events were before this one. */
export interface StandingInWorld extends Standing {
  /** What happened for earlier events. */
  before: readonly TraceEntry[];
}

/** How a world is played: which tokens are held before their step, and who answers actions at once (null: nobody, it stays open). */
export interface Rules {
  holds?: (standing: StandingInWorld) => Stop | boolean;
  answer(call: CallEffectCommand, world: World): SimulatedAnswer | null;
}
