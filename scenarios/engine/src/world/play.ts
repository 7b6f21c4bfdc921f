import type { CompiledScenario, Json } from '@scenarium/language';
import { advanceUntil, goOn } from '../advance.ts';
import type { HeldAdvance } from '../contract/advance.ts';
import type { EngineEvent } from '../contract/event.ts';
import type { Run } from '../contract/run.ts';
import { settle } from './settle.ts';
import type { Beginning, Due, Rules, SimulatedAnswer, World } from './world.ts';

/** Something that a person makes happen. */
export type Act =
  | { kind: 'say'; text: string; option?: string }
  | { kind: 'advance'; milliseconds: number }
  | { kind: 'emit'; name: string; data?: Json; key?: string }
  | { kind: 'hand-back' }
  | { kind: 'answer'; call: string; answer: SimulatedAnswer }
  | { kind: 'set'; values: Record<string, Json> };

/** Begins a run, and plays it until it waits for somebody. */
export function beginWorld(compiled: CompiledScenario, beginning: Beginning, rules: Rules): World {
  const { at, locale, seed = 1, trigger = { type: 'conversation' }, from, values, contact } = beginning;
  const { contactVariables = {}, agentVariables = {} } = beginning;
  const event: EngineEvent = {
    kind: 'started',
    id: 'event-1',
    at,
    run: { id: 'simulation', seed },
    trigger,
    ...(from !== undefined && { from }),
    ...(values && { values }),
    facts: {
      contact: { id: 'contact', ...contact },
      conversation: { id: 'simulation', channel: 'simulation' },
      agent: { id: 'agent', name: compiled.scenario.name },
    },
    locale,
    contactVariables,
    agentVariables,
  };
  const nothing = { now: at, due: [], calls: [], lines: [], commands: [], trace: [], events: [] };
  return settle(compiled, feed(compiled, { ...nothing, run: null as unknown as Run }, { event, rules }), rules);
}

/** What a world becomes by an act: played on until it waits for somebody again. The world that was given stays as it is. */
export function playAct(compiled: CompiledScenario, world: World, { act, rules }: { act: Act; rules: Rules }): World {
  const id = { id: `event-${world.events.length + 1}`, at: world.now };
  const fed = (event: EngineEvent, from: World = world): World => feed(compiled, from, { event, rules });
  switch (act.kind) {
    case 'say': {
      const { text, option } = act;
      const heard: World = { ...world, lines: [...world.lines, { from: 'contact', text }] };
      const message = { text, ...(option !== undefined && { option }) };
      return settle(compiled, fed({ ...id, kind: 'message-received', message }, heard), rules);
    }
    case 'emit': {
      const { name, key, data = null } = act;
      const event: EngineEvent = { ...id, kind: 'event-received', name, data, ...(key !== undefined && { key }) };
      return settle(compiled, fed(event), rules);
    }
    case 'hand-back':
      return settle(compiled, fed({ ...id, kind: 'handed-back' }), rules);
    case 'advance':
      return settle(compiled, { ...world, until: (world.until ?? world.now) + act.milliseconds }, rules);
    case 'answer':
      return settle(compiled, answered(world, act), rules);
    case 'set':
      return withVariables(world, act.values);
  }
}

/** Lets what is held go on. */
export function playOn(compiled: CompiledScenario, world: World, rules: Rules): World {
  const { held, ...rest } = world;
  if (!held) return settle(compiled, world, rules);
  const went = goOn(compiled, { run: world.run, held, holds: (token) => rules.holds?.(token, world.run) ?? false });
  return settle(compiled, taken(rest, went), rules);
}

/** A world after one event. */
export function feed(
  compiled: CompiledScenario,
  world: World,
  { event, rules }: { event: EngineEvent; rules: Rules },
): World {
  const result = advanceUntil(compiled, {
    run: world.run,
    event,
    ...(rules.holds && { holds: (token) => rules.holds?.(token, world.run) ?? false }),
  });
  return taken({ ...world, events: [...world.events, event] }, result);
}

function taken(world: World, { run, commands, trace, held }: HeldAdvance): World {
  let { due } = world;
  let calls = [...world.calls];
  const lines = [...world.lines];
  const fresh: World['calls'][number][] = [];
  for (const command of commands) {
    if (command.kind === 'send-message') lines.push({ from: 'agent', message: command });
    if (command.kind === 'start-timer') due = [...due, { id: command.id, step: command.step, at: command.at }];
    if (command.kind === 'cancel-timer') due = due.filter(({ id }) => id !== command.timer);
    if (command.kind === 'call-effect') fresh.push(command);
    if (command.kind === 'cancel-effect') {
      due = due.filter(({ id }) => id !== command.effect);
      calls = calls.filter(({ id }) => id !== command.effect);
    }
    if (command.kind === 'finish') due = [];
  }
  return {
    ...world,
    run,
    due,
    calls: run.status === 'waiting' ? [...fresh, ...calls] : [],
    ...(held && { held }),
    lines,
    commands: [...world.commands, ...commands],
    trace: [...world.trace, ...trace],
  };
}

/** An answer on its way: it arrives at once, or when its time has come. */
export function answered(world: World, { call, answer }: { call: string; answer: SimulatedAnswer }): World {
  const command = world.calls.find(({ id }) => id === call);
  if (!command) return world;
  const arrives: Due = { id: call, step: command.step, at: world.now + (answer.afterMs ?? 0), answer };
  return { ...world, calls: world.calls.filter(({ id }) => id !== call), due: [...world.due, arrives] };
}

function withVariables(world: World, values: Record<string, Json>): World {
  const { run } = world;
  const main = run.frames['main'];
  if (!main) return world;
  const frames = { ...run.frames, main: { ...main, variables: { ...main.variables, ...values } } };
  return { ...world, run: { ...run, frames } };
}
