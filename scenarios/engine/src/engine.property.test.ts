import { compileScenario, type CompiledScenario, type Json } from '@scenarium/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, pendingEffects, replay, type EngineEvent, type Run } from './index.ts';
import { anyScenario } from './arbitrary-scenario.fixture.ts';

const MOST_STEPS = 200;

type Happening = { kind: string; choice: number; minutes: number };

const happenings = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'say',
      'say',
      'press',
      'effect',
      'fail',
      'timer',
      'ping',
      'pong',
      'back',
      'locale',
      'interrupt',
      'stale',
      'cancel',
    ),
    choice: fc.nat({ max: 5 }),
    minutes: fc.nat({ max: 2_000 }),
  }),
  { maxLength: 25 },
);

const TEXTS = ['2', 'a', '', 'tomorrow at 15:00', 'x'.repeat(20_000), '{{ 1/0 }}'];

const OUTPUTS: Json[] = [
  null,
  1,
  'text',
  { a: [1] },
  'y'.repeat(30_000),
  true,
  { text: 'well', usage: { cost: 1 } },
  {
    text: '',
    calls: [
      { id: '1', name: 'do', tool: 0, input: { n: 1 } },
      { id: '2', name: 'made-up', input: null },
    ],
  },
  { calls: [{ id: '1', name: 'do', tool: 0, input: {}, irreversible: true, title: { en: 'Do', ru: 'Делать' } }, 7] },
  { calls: 'none', text: 7, usage: null },
  { answered: true, reply: 'so', citations: [{ title: 't', quote: 'q' }] },
  { answered: false },
  { intent: 'a' },
  { valid: true },
];

/** Turns a happening into an event that fits the run, as a runtime would. */
function eventOf(
  { kind, choice, minutes }: Happening,
  { run, n, at, timers }: { run: Run; n: number; at: number; timers: string[] },
): EngineEvent {
  const base = { id: `e${n}`, at: at + minutes * 60_000 };
  const effect = pendingEffects(run)[0]?.id ?? 'no-such-effect';
  switch (kind) {
    case 'press':
      return {
        ...base,
        kind: 'message-received',
        message: { text: '', option: ['a', 'b', 'zz'][choice % 3] as string },
      };
    case 'interrupt':
      return { ...base, kind: 'message-received', message: { text: 'wait' }, interrupts: effect };
    case 'effect':
      return {
        ...base,
        kind: 'effect-succeeded',
        effect,
        output: OUTPUTS[(choice + minutes) % OUTPUTS.length] as Json,
      };
    case 'fail':
      return { ...base, kind: 'effect-failed', effect, error: { code: 'timed_out', message: 'no answer' } };
    case 'timer':
      return { ...base, kind: 'timer-fired', timer: timers[choice % Math.max(timers.length, 1)] ?? 'none' };
    case 'ping':
      return { ...base, kind: 'event-received', name: 'ping', data: { choice } };
    case 'pong':
      return { ...base, kind: 'event-received', name: 'pong', key: String(choice), data: null };
    case 'back':
      return { ...base, kind: 'handed-back' };
    case 'locale':
      return { ...base, kind: 'locale-changed', locale: ['ru', 'en', 'fr'][choice % 3] as string };
    case 'stale':
      return { ...base, kind: 'timer-fired', timer: 'stale' };
    case 'cancel':
      return { ...base, kind: choice === 0 ? 'cancelled' : 'handed-back', reason: 'enough' } as EngineEvent;
    default:
      return { ...base, kind: 'message-received', message: { text: TEXTS[choice] as string } };
  }
}

const started: EngineEvent = {
  kind: 'started',
  id: 'e0',
  at: Date.parse('2026-03-28T12:00:00Z'),
  run: { id: 'run', seed: 7 },
  trigger: { type: 'conversation' },
  facts: { contact: { id: 'c' }, conversation: { id: 'v', channel: 'test' }, agent: { id: 'a', name: 'A' } },
  locale: 'en',
  contactVariables: {},
  agentVariables: {},
};

function compile(scenario: Parameters<typeof compileScenario>[0]): CompiledScenario {
  const compilation = compileScenario(scenario);
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems));
  return compilation.compiled;
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

describe('advance', () => {
  it('never throws, ends, repeats itself, changes nothing it was given, and its state survives JSON', () => {
    fc.assert(
      fc.property(anyScenario, happenings, (scenario, list) => {
        const compiled = compile(scenario);
        const events: EngineEvent[] = [started];
        let { run, commands } = advance(compiled, null, frozen(started));
        const ids = commands.map(({ id }) => id);
        const timers: string[] = [];
        for (const [i, happening] of list.entries()) {
          timers.push(...commands.filter(({ kind }) => kind === 'start-timer').map(({ id }) => id));
          const event = frozen(eventOf(happening, { run, n: i + 1, at: events.at(-1)?.at ?? 0, timers }));
          const copy = JSON.parse(JSON.stringify(run)) as Run;
          const result = advance(compiled, frozen(run), event);
          expect(advance(compiled, copy, event)).toEqual(result);
          expect(JSON.parse(JSON.stringify(result.run))).toEqual(result.run);
          expect(result.trace.filter(({ kind }) => kind === 'entered').length).toBeLessThanOrEqual(MOST_STEPS + 1);
          if (result.run.status === 'waiting')
            expect(result.run.tokens.every(({ wait }) => wait !== undefined)).toBe(true);
          else expect(result.run.tokens).toEqual([]);
          ({ run, commands } = result);
          ids.push(...commands.map(({ id }) => id));
          events.push(event);
        }
        expect(new Set(ids).size).toBe(ids.length);
        expect(replay(compiled, events).run).toEqual(run);
      }),
      { numRuns: 1_500 },
    );
  }, 120_000);
});
