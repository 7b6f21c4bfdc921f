import { compileScenario } from '@scenarium/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyScenario } from '../arbitrary-scenario.fixture.ts';
import { beginWorld, play, stopAt, type Act, type Breakpoint, type Rules, type World } from '../index.ts';

const beginning = { at: Date.parse('2026-11-20T09:00:00Z'), locale: 'en' };
const plain: Rules = { answer: () => ({ output: { text: 'well' } }) };
const ON: Act = { kind: 'go-on' };
/** Scenarios that wake themselves again and again are left there. */
const MOST_EVENTS = 300;
const MOST_STOPS = 200;

const breakpoint: fc.Arbitrary<Breakpoint> = fc.constantFrom(
  {},
  { condition: 'n > 0' },
  { condition: 'n' },
  { condition: 'nobody.knows' },
  { isOff: true as const },
);
/** What happened, without the ids of commands: where a play stops, what is known of the contact is saved at once. */
const told = ({ run, lines, trace, now }: World) => ({
  way: trace.map(({ step, token, kind, exit, flow }) => [step, token, kind, exit, flow]),
  said: lines.map((line) => (line.from === 'agent' ? line.message.text : line.text)),
  end: [run.status, run.outcome, run.error, run.frames, run.counters.turns, run.counters.steps, now],
});
const says = fc.array(fc.constantFrom('2', 'a', 'tomorrow'), { maxLength: 4 });

describe('a play with breakpoints', () => {
  it('given any scenario, when it always goes on, then it is the same as without them', () => {
    let stops = 0;
    fc.assert(
      fc.property(anyScenario, says, fc.infiniteStream(breakpoint), (scenario, texts, stream) => {
        const compilation = compileScenario(scenario);
        if (!compilation.ok) return;
        const { compiled } = compilation;
        const any = (list: readonly { id: string }[]) => new Map(list.map(({ id }) => [id, stream.next().value]));
        const breakpoints = { steps: any(scenario.steps), flows: any(scenario.flows) };
        const stopping: Rules = { ...plain, holds: (standing) => stopAt(breakpoints, standing) };
        const onwards = (held: World): World => {
          let world = held;
          for (let i = 0; world.held && i < MOST_STOPS; i += 1, stops += 1)
            world = play(compiled, world, { act: ON, rules: stopping });
          return world;
        };
        let without = beginWorld(compiled, beginning, plain);
        let stopped = onwards(beginWorld(compiled, beginning, stopping));
        for (const text of texts) {
          const act: Act = { kind: 'say', text };
          if (without.events.length >= MOST_EVENTS || stopped.held) return;
          without = play(compiled, without, { act, rules: plain });
          stopped = onwards(play(compiled, stopped, { act, rules: stopping }));
          if (without.events.length < MOST_EVENTS && !stopped.held) expect(told(stopped)).toEqual(told(without));
        }
      }),
      { numRuns: 150, interruptAfterTimeLimit: 8_000 },
    );
    expect(stops).toBeGreaterThan(100);
  });
});
