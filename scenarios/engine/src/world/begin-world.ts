import type { CompiledScenario } from '@scenarium/language';
import type { EngineEvent } from '../contract/event.ts';
import { feed } from './feed.ts';
import { settle } from './settle.ts';
import type { Beginning, Rules, World } from './world.ts';

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
  const nothing = { now: at, due: [], calls: [], answered: [], lines: [], commands: [], trace: [], events: [] };
  return settle(compiled, feed(compiled, { ...nothing, run: null }, { event, rules }), rules);
}
