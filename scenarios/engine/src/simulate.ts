import type { CompiledScenario, Json, JsonObject } from '@scenarium/language';
import { advance } from './advance.ts';
import type { CallEffectCommand, Command, SendMessageCommand } from './contract/command.ts';
import type { EffectError, EngineEvent, StartedEvent } from './contract/event.ts';
import type { Run } from './contract/run.ts';
import type { TraceEntry } from './contract/trace.ts';

/** How a simulated world answers an action. */
export type SimulatedAction = (call: CallEffectCommand) => { output: Json } | { error: EffectError };

export interface SimulationOptions {
  /** Milliseconds since the epoch at which the run begins. */
  at: number;
  locale: string;
  actions: SimulatedAction;
  seed?: number;
  trigger?: StartedEvent['trigger'];
  values?: JsonObject;
  contactVariables?: JsonObject;
  agentVariables?: JsonObject;
}

/** One thing said in a simulated conversation. */
export type Line = { from: 'contact'; text: string } | { from: 'agent'; message: SendMessageCommand };

/** A run in a world of its own: its clock moves when told, its effects answer at once. */
export interface Simulation {
  say(text: string, option?: string): void;
  /** Moves the clock; timers on the way fire at their time, in order. */
  advanceTime(milliseconds: number): void;
  emit(name: string, data?: Json, key?: string): void;
  handBack(): void;
  readonly run: Run;
  readonly now: number;
  readonly lines: readonly Line[];
  readonly commands: readonly Command[];
  readonly trace: readonly TraceEntry[];
  /** Everything that happened, for replaying. */
  readonly events: readonly EngineEvent[];
}

/**
 * Runs a scenario with a virtual clock: the same engine as in production, nothing else.
 *
 * @example
 * const simulation = createSimulation(compiled, { at: 0, locale: 'en', actions: () => ({ output: { status: 200 } }) });
 * simulation.say('Ann');
 * simulation.advanceTime(86_400_000);
 */
export function createSimulation(compiled: CompiledScenario, options: SimulationOptions): Simulation {
  const {
    locale,
    actions,
    seed = 1,
    trigger = { type: 'conversation' },
    values,
    contactVariables = {},
    agentVariables = {},
  } = options;
  let now = options.at;
  let run: Run | null = null;
  let count = 0;
  const timers = new Map<string, number>();
  const lines: Line[] = [];
  const commands: Command[] = [];
  const trace: TraceEntry[] = [];
  const events: EngineEvent[] = [];

  feed({
    ...next(),
    kind: 'started',
    run: { id: 'simulation', seed },
    trigger,
    ...(values && { values }),
    facts: {
      contact: { id: 'contact' },
      conversation: { id: 'simulation', channel: 'simulation' },
      agent: { id: 'agent', name: compiled.scenario.name },
    },
    locale,
    contactVariables,
    agentVariables,
  });

  function next(): { id: string; at: number } {
    count += 1;
    return { id: `event-${count}`, at: now };
  }

  function feed(event: EngineEvent): void {
    events.push(event);
    const result = advance(compiled, run, event);
    run = result.run;
    trace.push(...result.trace);
    const calls: CallEffectCommand[] = [];
    for (const command of result.commands) {
      commands.push(command);
      if (command.kind === 'send-message') lines.push({ from: 'agent', message: command });
      if (command.kind === 'start-timer') timers.set(command.id, command.at);
      if (command.kind === 'cancel-timer') timers.delete(command.timer);
      if (command.kind === 'call-effect') calls.push(command);
      if (command.kind === 'finish') timers.clear();
    }
    for (const call of calls) {
      const answer = actions(call);
      if ('output' in answer) feed({ ...next(), kind: 'effect-succeeded', effect: call.id, output: answer.output });
      else feed({ ...next(), kind: 'effect-failed', effect: call.id, error: answer.error });
    }
  }

  function advanceTime(milliseconds: number): void {
    const end = now + milliseconds;
    for (;;) {
      const [due] = [...timers].filter(([, at]) => at <= end).sort(([, a], [, b]) => a - b);
      if (!due) break;
      const [timer, at] = due;
      timers.delete(timer);
      now = Math.max(now, at);
      feed({ ...next(), kind: 'timer-fired', timer });
    }
    now = end;
  }

  return {
    say(text, option) {
      lines.push({ from: 'contact', text });
      feed({ ...next(), kind: 'message-received', message: { text, ...(option !== undefined && { option }) } });
    },
    advanceTime,
    emit(name, data = null, key) {
      feed({ ...next(), kind: 'event-received', name, data, ...(key !== undefined && { key }) });
    },
    handBack() {
      feed({ ...next(), kind: 'handed-back' });
    },
    get run() {
      return run as Run;
    },
    get now() {
      return now;
    },
    lines,
    commands,
    trace,
    events,
  };
}
