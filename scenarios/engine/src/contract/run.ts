import type { Json, JsonObject } from '@scenarium/language';
import type { CallEffectCommand } from './command.ts';
import type { EffectError, ReceivedMessage, RunFacts } from './event.ts';

/** What a token waits for at its step. `timer` is the id of a running timer that ends the wait. */
export type Wait =
  | { for: 'answer'; attempt: number; timer?: string }
  | { for: 'time'; timer: string }
  | { for: 'event'; name: string; key?: string; timer?: string }
  | { for: 'effect'; effect: CallEffectCommand }
  | { for: 'human'; timer?: string }
  | { for: 'call'; frame: string }
  | { for: 'join' };

/** A place where the run is. Parallel branches have a token each; `fork` names the parallel step's visit that made it. */
export interface Token {
  id: string;
  step: string;
  frame: string;
  fork?: string;
  wait?: Wait;
  /** What the step keeps in mind from one wait to the next; gone when the step is left. */
  memory?: Json;
}

/** A scenario being executed: the run's own, or one it called. */
export interface Frame {
  id: string;
  scenario: string;
  /** The frame that called it; the run's own scenario has none. */
  caller?: string;
  variables: JsonObject;
}

/** The whole state of a run: plain JSON, survives `JSON.parse(JSON.stringify(run))` unchanged. */
export interface Run {
  state: 1;
  id: string;
  scenario: string;
  status: 'waiting' | 'done' | 'failed' | 'cancelled';
  outcome?: string;
  error?: EffectError;
  seed: number;
  startedAt: number;
  locale: string;
  facts: RunFacts;
  tokens: Token[];
  frames: { [id: string]: Frame };
  /** Alive forks, by id, with the fork around each. */
  forks: { [id: string]: { parent?: string } };
  /** The last message received. */
  message?: ReceivedMessage;
  /** The last failure that a flow or the scenario's fallback took up; expressions read it as `error`. */
  lastError?: EffectError & { step: string };
  /** The scenario's fallback was used: it is not used twice. */
  fellBack?: true;
  counters: { turns: number; steps: number; commands: number };
  contactVariables: { [name: string]: Json };
  agentVariables: { [name: string]: Json };
}
