import type { CompiledScenario } from '@scenarium/language';
import type { EngineEvent } from '../contract/event.ts';
import { feed } from './feed.ts';
import type { Due, Rules, SimulatedAnswer, World } from './world.ts';

/** A scenario that wakes itself for ever is left there; going on takes it up again. */
const MOST_EVENTS = 300;

/** Lets everything happen that happens by itself: actions are answered, and what is due by the clock comes at its time, in order. */
export function settle(compiled: CompiledScenario, given: World, rules: Rules): World {
  const most = given.events.length + MOST_EVENTS;
  let world = given;
  while (!world.held) {
    if (world.events.length >= most) return world;
    const next = withAnswers(world, rules);
    if (next !== world) {
      world = next;
      continue;
    }
    if (world.calls.length > 0) return world;
    const due = first(world);
    if (!due) break;
    const now = Math.max(world.now, due.at);
    const event = eventOf(due, { id: `event-${world.events.length + 1}`, at: now });
    world = feed(compiled, { ...world, now, due: world.due.filter((one) => one !== due) }, { event, rules });
  }
  if (world.held || world.until === undefined) return world;
  const { until, ...arrived } = world;
  return { ...arrived, now: Math.max(world.now, until) };
}

/** A world in which an open action is answered: the answer arrives at once, or when its time has come. */
export function answer(world: World, { call, given }: { call: string; given: SimulatedAnswer }): World {
  const command = world.calls.find(({ id }) => id === call);
  if (!command) return world;
  const arrives: Due = { id: call, step: command.step, at: world.now + (given.afterMs ?? 0), answer: given };
  return {
    ...world,
    calls: world.calls.filter((one) => one !== command),
    answered: [...world.answered, { call, action: command.action, answer: given }],
    due: [...world.due, arrives],
  };
}

function withAnswers(world: World, rules: Rules): World {
  for (const call of world.calls) {
    const given = rules.answer(call, world);
    if (given) return answer(world, { call: call.id, given });
  }
  return world;
}

/** What comes next: the earliest that the clock reaches. An answer that takes its time is waited for, so it moves the clock. */
function first({ due, now, until = now }: World): Due | undefined {
  const awaited = due.filter((one) => one.answer).map(({ at }) => at);
  const reach = Math.max(until, ...awaited);
  return due.filter(({ at }) => at <= reach).sort((a, b) => a.at - b.at)[0];
}

function eventOf({ id: due, answer: given }: Due, id: { id: string; at: number }): EngineEvent {
  if (!given) return { ...id, kind: 'timer-fired', timer: due };
  if ('output' in given) return { ...id, kind: 'effect-succeeded', effect: due, output: given.output };
  return { ...id, kind: 'effect-failed', effect: due, error: given.error };
}
