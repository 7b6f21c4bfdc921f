import {
  compileScenario,
  formatCase,
  parseCase,
  type CompiledScenario,
  type Json,
  type Turn,
} from '@scenarium/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyScenario } from '../arbitrary-scenario.fixture.ts';
import { actsOf } from './acts-of.ts';
import { beginWorld, play, runCase, toCase, type Moment, type Rules } from '../index.ts';

const AT = Date.parse('2026-11-20T09:00:00Z');
const OUTPUTS: Json[] = [null, 'text', { a: [1] }, { text: 'well' }, { intent: 'a' }, { valid: true }];

const turns: fc.Arbitrary<Turn[]> = fc.array(
  fc.oneof(
    fc.record({ say: fc.constantFrom('2', 'a', 'tomorrow', '{{ 1/0 }}') }),
    fc.record({ press: fc.constantFrom('a', 'b', 'more') }),
    fc.record({ advance: fc.nat({ max: 200_000_000 }).map((milliseconds) => `${milliseconds}ms`) }),
    fc.record({ emit: fc.record({ event: fc.constantFrom('ping', 'pong'), data: fc.constantFrom(1, { n: 1 }) }) }),
    fc.record({ set: fc.record({ n: fc.integer() }) }),
    fc.constant({ handBack: true as const }),
  ),
  { maxLength: 5 },
);

function playAll(compiled: CompiledScenario, list: readonly Turn[], outputs: readonly number[]) {
  const beginning = { at: AT, locale: 'en' };
  const answer: Rules['answer'] = (_, { answered }) => ({
    output: OUTPUTS[outputs[answered.length % outputs.length] ?? 0] as Json,
    afterMs: answered.length % 2,
  });
  const moments: Moment[] = [{ world: beginWorld(compiled, beginning, { answer }) }];
  for (const turn of list) {
    for (const act of actsOf(turn, (moments.at(-1) as Moment).world)) {
      const { world } = moments.at(-1) as Moment;
      moments.push({ act, world: play(compiled, world, { act, rules: { answer } }) });
    }
  }
  return { moments, beginning };
}

describe('a play saved as a case', () => {
  it('given any scenario and dialogue, then the case comes back from its text and passes', () => {
    const outputs = fc.array(fc.nat({ max: OUTPUTS.length - 1 }), { minLength: 1 });
    fc.assert(
      fc.property(anyScenario, turns, outputs, (scenario, list, answers) => {
        const compilation = compileScenario(scenario);
        if (!compilation.ok) return;
        const { moments, beginning } = playAll(compilation.compiled, list, answers);
        const saved = toCase(moments, { name: 'Saved', beginning });
        expect(parseCase(formatCase(saved))).toEqual({ ok: true, case: saved });
        expect(runCase(compilation.compiled, saved).failures).toEqual([]);
      }),
      { numRuns: 100, interruptAfterTimeLimit: 8_000 },
    );
  });
});
