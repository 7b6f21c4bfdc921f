import type { CompiledScenario, Json } from '@scenarium/language';
import { goOn } from '../advance.ts';
import type { EngineEvent } from '../contract/event.ts';
import { feed, holdsIn, taken } from './feed.ts';
import { answer, settle } from './settle.ts';
import type { Rules, SimulatedAnswer, World } from './world.ts';

/** Something that a person makes happen. `go-on`: what is held enters its step, a clock that was stopped goes on. */
export type Act =
  | { kind: 'say'; text: string; option?: string }
  | { kind: 'advance'; milliseconds: number }
  | { kind: 'emit'; name: string; data?: Json; key?: string }
  | { kind: 'hand-back' }
  | { kind: 'answer'; call: string; answer: SimulatedAnswer }
  | { kind: 'set'; values: Record<string, Json> }
  | { kind: 'go-on' };

/**
 * What a world becomes by an act: played on until it waits for somebody again. The world that was given stays as it is. What is held
 * goes on first when something comes from outside, as a turn is never interrupted by the next one.
 */
export function play(compiled: CompiledScenario, given: World, { act, rules }: { act: Act; rules: Rules }): World {
  if (act.kind === 'set') return withVariables(given, act.values);
  const world = given.held ? release(compiled, given, act.kind === 'go-on' ? rules : { answer: rules.answer }) : given;
  const id = { id: `event-${world.events.length + 1}`, at: world.now };
  const fed = (event: EngineEvent, from: World = world): World =>
    settle(compiled, feed(compiled, from, { event, rules }), rules);
  switch (act.kind) {
    case 'go-on':
      return given.held ? world : settle(compiled, world, rules);
    case 'say': {
      const { text, option } = act;
      const heard: World = { ...world, lines: [...world.lines, { from: 'contact', text }] };
      return fed(
        { ...id, kind: 'message-received', message: { text, ...(option !== undefined && { option }) } },
        heard,
      );
    }
    case 'emit': {
      const { name, key, data = null } = act;
      return fed({ ...id, kind: 'event-received', name, data, ...(key !== undefined && { key }) });
    }
    case 'hand-back':
      return fed({ ...id, kind: 'handed-back' });
    case 'advance':
      return settle(compiled, { ...world, until: (world.until ?? world.now) + act.milliseconds }, rules);
    case 'answer':
      return settle(compiled, answer(world, { call: act.call, given: act.answer }), rules);
  }
}

function release(compiled: CompiledScenario, { held, ...world }: World, rules: Rules): World {
  if (!held) return world;
  const holds = holdsIn(world, rules);
  const went = goOn(compiled, { run: world.run, held, ...(holds && { holds }) });
  return settle(compiled, taken(world, went), rules);
}

function withVariables(world: World, values: Record<string, Json>): World {
  const { run } = world;
  const { main } = run.frames;
  if (!main) return world;
  const frames = { ...run.frames, main: { ...main, variables: { ...main.variables, ...values } } };
  return { ...world, run: { ...run, frames } };
}
