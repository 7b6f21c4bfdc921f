import type { CompiledScenario } from '@scenarium/language';
import type { EngineEvent } from '../contract/event.ts';
import { answered, feed } from './play.ts';
import type { Due, Rules, World } from './world.ts';

/** Lets everything happen that happens by itself: actions are answered, and what is due by the clock comes at its time, in order. */
export function settle(compiled: CompiledScenario, given: World, rules: Rules): World {
  let world = given;
  while (!world.held) {
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
    const without: World = { ...world, now, due: world.due.filter((one) => one !== due) };
    world = feed(compiled, without, { event, rules });
  }
  if (world.held || world.until === undefined) return world;
  const { until, ...arrived } = world;
  return { ...arrived, now: Math.max(world.now, until) };
}

/** The world with the first open action answered, if anybody answers it. */
function withAnswers(world: World, rules: Rules): World {
  for (const call of world.calls) {
    const answer = rules.answer(call);
    if (answer) return answered(world, { call: call.id, answer });
  }
  return world;
}

/** What comes next: an answer that is there already, otherwise the earliest that the clock reaches. Answers that take time move the clock. */
function first({ due, now, until = now }: World): Due | undefined {
  const arrived = due.filter(({ answer, at }) => answer && at <= now).at(-1);
  if (arrived) return arrived;
  const awaited = due.filter(({ answer }) => answer).map(({ at }) => at);
  const reach = Math.max(until, ...awaited);
  return due.filter(({ at }) => at <= reach).sort((a, b) => a.at - b.at)[0];
}

function eventOf(due: Due, id: { id: string; at: number }): EngineEvent {
  const { answer } = due;
  if (!answer) return { ...id, kind: 'timer-fired', timer: due.id };
  if ('output' in answer) return { ...id, kind: 'effect-succeeded', effect: due.id, output: answer.output };
  return { ...id, kind: 'effect-failed', effect: due.id, error: answer.error };
}
