import { advance, type EngineEvent, type Run } from '@scenarium/engine';
import { compileScenario } from '@scenarium/language';
import { threeTurns } from './scenario.ts';

const started: EngineEvent = {
  kind: 'started',
  id: 'e0',
  at: 0,
  run: { id: 'r', seed: 1 },
  trigger: { type: 'conversation' },
  facts: { contact: { id: 'c' }, conversation: { id: 'v', channel: 'bench' }, agent: { id: 'a', name: 'A' } },
  locale: 'en',
  contactVariables: {},
  agentVariables: {},
};

/** Turns per second of the engine alone, in this process: start, name, age with the condition and the templated reply. */
export function measureEngine(seconds: number): number {
  const compilation = compileScenario(threeTurns);
  if (!compilation.ok) throw new Error('the scenario does not compile');
  const { compiled } = compilation;
  const name: EngineEvent = { kind: 'message-received', id: 'e1', at: 1, message: { text: 'Ann' } };
  const age: EngineEvent = { kind: 'message-received', id: 'e2', at: 2, message: { text: '42' } };
  let turns = 0;
  const begin = performance.now();
  const end = begin + seconds * 1_000;
  while (performance.now() < end) {
    for (let i = 0; i < 1_000; i += 1) {
      let run: Run | null = null;
      for (const event of [started, name, age]) run = advance(compiled, run, event).run;
      if (run?.outcome !== 'welcomed') throw new Error('the scenario took another way');
      turns += 3;
    }
  }
  return turns / ((performance.now() - begin) / 1_000);
}
