import type { CompiledScenario } from '@scenarium/language';
import { advance } from './advance.ts';
import type { Advance } from './contract/advance.ts';
import type { EngineEvent } from './contract/event.ts';

/** Feeds recorded events to a scenario, from the beginning: the state, all commands and the whole trace. The first event is `started`. */
export function replay(compiled: CompiledScenario, events: readonly EngineEvent[]): Advance {
  const [first, ...rest] = events;
  if (!first) throw new TypeError('there is no event to replay');
  let { run, commands, trace } = advance(compiled, null, first);
  for (const event of rest) {
    const next = advance(compiled, run, event);
    run = next.run;
    commands = [...commands, ...next.commands];
    trace = [...trace, ...next.trace];
  }
  return { run, commands, trace };
}
