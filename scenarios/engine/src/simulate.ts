import type { CompiledScenario, Json } from '@scenarium/language';
import type { CallEffectCommand } from './contract/command.ts';
import { beginWorld } from './world/begin-world.ts';
import { play, type Act } from './world/play.ts';
import type { Beginning, SimulatedAnswer, World } from './world/world.ts';

/** How a simulated world answers an action. */
export type SimulatedAction = (call: CallEffectCommand) => SimulatedAnswer;

export interface SimulationOptions extends Beginning {
  actions: SimulatedAction;
}

/** A world that is played in one go, where nobody goes back in time. */
export interface Simulation extends Pick<World, 'run' | 'now' | 'lines' | 'commands' | 'trace' | 'events'> {
  say(text: string, option?: string): void;
  /** Moves the clock; timers on the way fire at their time, in order. */
  advanceTime(milliseconds: number): void;
  emit(name: string, data?: Json, key?: string): void;
  handBack(): void;
}

/**
 * Runs a scenario with a virtual clock: the same engine as in production, nothing else.
 *
 * @example
 * const simulation = createSimulation(compiled, { at: 0, locale: 'en', actions: () => ({ output: { status: 200 } }) });
 * simulation.say('Ann');
 * simulation.advanceTime(86_400_000);
 */
export function createSimulation(
  compiled: CompiledScenario,
  { actions, ...beginning }: SimulationOptions,
): Readonly<Simulation> {
  const rules = { answer: actions };
  let world = beginWorld(compiled, beginning, rules);
  const act = (what: Act): void => {
    world = play(compiled, world, { act: what, rules });
  };
  return {
    say: (text, option) => act({ kind: 'say', text, ...(option !== undefined && { option }) }),
    advanceTime: (milliseconds) => act({ kind: 'advance', milliseconds }),
    emit: (name, data = null, key) => act({ kind: 'emit', name, data, ...(key !== undefined && { key }) }),
    handBack: () => act({ kind: 'hand-back' }),
    get run() {
      return world.run;
    },
    get now() {
      return world.now;
    },
    get lines() {
      return world.lines;
    },
    get commands() {
      return world.commands;
    },
    get trace() {
      return world.trace;
    },
    get events() {
      return world.events;
    },
  };
}
