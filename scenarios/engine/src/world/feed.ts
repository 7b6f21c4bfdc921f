import type { CompiledScenario } from '@scenarium/language';
import { advanceUntil } from '../advance.ts';
import type { HeldAdvance, Holds } from '../contract/advance.ts';
import type { EngineEvent } from '../contract/event.ts';
import type { Run } from '../contract/run.ts';
import type { Rules, World } from './world.ts';

/** A world, or one in which nothing has begun yet. */
export type Unborn = Omit<World, 'run'> & { run: Run | null };

/** A world after one event. */
export function feed(
  compiled: CompiledScenario,
  world: Unborn,
  { event, rules }: { event: EngineEvent; rules: Rules },
): World {
  const holds = holdsIn(world, rules);
  const result = advanceUntil(compiled, { run: world.run, event, ...(holds && { holds }) });
  return taken({ ...world, events: [...world.events, event] }, result);
}

/** Who is asked whether a token is held knows of everything that happened in the world. */
export function holdsIn({ trace: before }: Unborn, { holds }: Rules): Holds | undefined {
  return holds && ((standing) => holds({ ...standing, before }));
}

/** A world in which the engine's commands are carried out: messages are lines, timers and actions are waited for. */
export function taken(world: Unborn, { run, commands, trace, held }: HeldAdvance): World {
  const lines = [...world.lines];
  let { due } = world;
  let calls = [...world.calls];
  for (const command of commands) {
    if (command.kind === 'send-message') lines.push({ from: 'agent', message: command });
    if (command.kind === 'start-timer') due = [...due, { id: command.id, step: command.step, at: command.at }];
    if (command.kind === 'cancel-timer') due = due.filter(({ id }) => id !== command.timer);
    if (command.kind === 'call-effect') calls.push(command);
    if (command.kind === 'cancel-effect') {
      due = due.filter(({ id }) => id !== command.effect);
      calls = calls.filter(({ id }) => id !== command.effect);
    }
  }
  const isOver = run.status !== 'waiting';
  return {
    ...world,
    run,
    due: isOver ? [] : due,
    calls: isOver ? [] : calls,
    ...(held && { held }),
    lines,
    commands: [...world.commands, ...commands],
    trace: [...world.trace, ...trace],
  };
}
