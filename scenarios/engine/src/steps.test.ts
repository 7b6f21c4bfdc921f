import { compileScenario, loadScenario, type ScenarioInput } from '@scenarium/language';
import { describe, expect, it } from 'vitest';
import { createSimulation, type SimulatedAction, type Simulation } from './index.ts';

type Part = Pick<ScenarioInput, 'steps' | 'flows'> & Partial<ScenarioInput>;

/** A run of a small scenario; its first step is the first of the list. */
function simulate(
  part: Part,
  { actions, locale = 'en' }: { actions?: SimulatedAction; locale?: string } = {},
): Simulation {
  const loaded = loadScenario({
    format: 1,
    id: 'small',
    name: 'Small',
    locales: ['en', 'ru'],
    timezone: 'Europe/Moscow',
    variables: { n: { type: 'number', default: 0 }, text: { type: 'text' }, any: { type: 'any' } },
    triggers: [{ id: 'start', type: 'conversation', step: part.steps[0]?.id }],
    messages: {
      en: {
        ask: 'Well?',
        again: 'Again?',
        yes: 'Yes',
        no: 'No',
        a: 'A',
        b: 'B {{ text }}',
        oops: 'Oops {{ error.code }}',
        late: 'Late',
      },
      ru: { ask: 'Ну?', again: 'Ещё раз?', yes: 'Да', no: 'Нет', a: 'А', b: 'Б {{ text }}' },
    },
    ...part,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const compilation = compileScenario(loaded.scenario);
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems));
  const at = Date.parse('2026-11-20T09:00:00Z');
  return createSimulation(compilation.compiled, { at, locale, actions: actions ?? (() => ({ output: null })) });
}

const said = ({ lines }: Simulation): string[] =>
  lines.flatMap((line) => (line.from === 'agent' ? [line.message.text] : []));
const variables = ({ run }: Simulation) => run.frames['main']?.variables;

const asking = (answer: object, more: object = {}): Part => ({
  steps: [
    {
      id: 'q',
      type: 'ask',
      prompt: 'ask',
      reprompt: 'again',
      saveTo: 'any',
      attempts: 2,
      answer,
      ...more,
    } as ScenarioInput['steps'][number],
    { id: 'ok', type: 'end', outcome: 'ok' },
    { id: 'bad', type: 'end', outcome: 'bad' },
  ],
  flows: [
    { id: 'f1', from: 'q', to: 'ok' },
    { id: 'f2', from: 'q', on: 'failed', to: 'bad' },
  ],
});

describe('ask', () => {
  it.for([
    [{ type: 'number', min: 1, max: 10_000, integer: true }, '1 200', 1_200],
    [{ type: 'number' }, '1,200.50', 1_200.5],
    [{ type: 'number' }, '12,5', 12.5],
    [{ type: 'email' }, ' ann@example.com ', 'ann@example.com'],
    [{ type: 'phone', country: 'RU' }, '8 (912) 345-67-89', '+79123456789'],
    [{ type: 'pattern', pattern: '[A-Z]{2}\\d+' }, 'AB12', 'AB12'],
    [{ type: 'date' }, '24.12.2026', '2026-12-24'],
    [{ type: 'date' }, 'tomorrow', '2026-11-21'],
    [{ type: 'date', min: 'now', max: 'now' }, 'today', '2026-11-20'],
    [{ type: 'date' }, 'завтра', '2026-11-21'],
    [{ type: 'datetime' }, 'tomorrow at 15:00', '2026-11-21T15:00:00+03:00'],
    [
      {
        type: 'choice',
        options: [
          { id: 'y', label: 'yes', value: true },
          { id: 'n', label: 'no' },
        ],
      },
      'ДА',
      true,
    ],
    [
      {
        type: 'choice',
        options: [
          { id: 'y', label: 'yes' },
          { id: 'n', label: 'no' },
        ],
      },
      '2',
      'n',
    ],
  ] as const)('takes %j from "%s"', ([answer, text, value]) => {
    const simulation = simulate(asking(answer));
    simulation.say(text);
    expect(simulation.run.outcome).toBe('ok');
    expect(variables(simulation)?.['any']).toEqual(value);
  });

  it.for([
    [{ type: 'number', min: 1 }, '0'],
    [{ type: 'number', integer: true }, '1.5'],
    [{ type: 'email' }, 'ann@example'],
    [{ type: 'phone' }, '12'],
    [{ type: 'pattern', pattern: '\\d+' }, 'a1'],
    [{ type: 'date' }, '31.02.2026'],
    [{ type: 'date', min: 'now' }, '2026-11-19'],
    [{ type: 'date', max: 'now' }, '2026-11-21'],
    [{ type: 'choice', options: [{ id: 'y', label: 'yes' }] }, 'maybe'],
    [{ type: 'text', minLength: 3 }, 'ab'],
  ] as const)('asks %j again after "%s" and gives up at last', ([answer, text]) => {
    const simulation = simulate(asking(answer));
    simulation.say(text);
    expect(said(simulation)).toEqual(['Well?', 'Again?']);
    simulation.say(text);
    expect(simulation.run.outcome).toBe('bad');
  });

  it('leaves by timeout, and an answer calls the timer off', () => {
    const part = asking({ type: 'text' }, { timeout: '1h' });
    const withTimeout = {
      ...part,
      steps: [...part.steps, { id: 'late', type: 'end' as const, outcome: 'late' }],
      flows: [...part.flows, { id: 'f3', from: 'q', on: 'timeout', to: 'late' }],
    };
    const silent = simulate(withTimeout);
    silent.advanceTime(3_600_000);
    expect(silent.run.outcome).toBe('late');
    const quick = simulate(withTimeout);
    quick.say('hello');
    expect(quick.commands.map(({ kind }) => kind)).toContain('cancel-timer');
  });
});

describe('failures', () => {
  const acting = (more: Partial<ScenarioInput>): Part => ({
    steps: [
      { id: 'do', type: 'action', action: 'test.do', saveTo: 'any' },
      { id: 'sorry', type: 'message', text: 'oops' },
      { id: 'over', type: 'end' },
    ],
    flows: [
      { id: 'f1', from: 'do', to: 'over' },
      { id: 'f3', from: 'sorry', to: 'over' },
    ],
    ...more,
  });
  const failing: SimulatedAction = () => ({ error: { code: 'timed_out', message: 'no answer' } });

  it('take the error flow of the step', () => {
    const { flows } = acting({});
    const simulation = simulate(acting({ flows: [...flows, { id: 'f2', from: 'do', on: 'error', to: 'sorry' }] }), {
      actions: failing,
    });
    expect(said(simulation)).toEqual(['Oops timed_out']);
  });

  it('take the fallback of the scenario, once', () => {
    const simulation = simulate(acting({ fallback: 'do' }), { actions: failing });
    expect(simulation.run).toMatchObject({ status: 'failed', error: { code: 'timed_out' } });
    expect(simulation.commands.filter(({ kind }) => kind === 'call-effect')).toHaveLength(2);
  });

  it('end the run where nobody takes them up', () => {
    const simulation = simulate(acting({}), { actions: failing });
    expect(simulation.run).toMatchObject({ status: 'failed', error: { code: 'timed_out' }, tokens: [] });
    expect(simulation.trace.some(({ kind }) => kind === 'failed')).toBe(true);
  });

  it('stop a loop that waits for nothing', () => {
    const simulation = simulate({
      steps: [{ id: 'a', type: 'set', assign: [{ variable: 'n', value: 'n + 1' }] }],
      flows: [{ id: 'f', from: 'a', to: 'a' }],
    });
    expect(simulation.run).toMatchObject({ status: 'failed', error: { code: 'loop_limit' } });
  });

  it('refuse a value of the wrong type and one that is too large', () => {
    const set = (value: string): Part => ({
      steps: [{ id: 'a', type: 'set', assign: [{ variable: 'n', value }] }],
      flows: [],
    });
    expect(simulate(set('"text"')).run.error?.code).toBe('wrong_type');
    const action = { ...acting({}) };
    const large = simulate(action, { actions: () => ({ output: 'x'.repeat(20_000) }) });
    expect(large.run.error?.code).toBe('variable_too_large');
  });
});

describe('branches', () => {
  const forked = (mode: 'all' | 'first'): Part => ({
    steps: [
      { id: 'fork', type: 'parallel' },
      { id: 'short', type: 'wait', for: '1h' },
      { id: 'long', type: 'wait', for: '2h' },
      { id: 'join', type: 'join', mode },
      { id: 'say', type: 'message', text: 'a' },
      { id: 'over', type: 'end', outcome: 'joined' },
    ],
    flows: [
      { id: 'f1', from: 'fork', to: 'short' },
      { id: 'f2', from: 'fork', to: 'long' },
      { id: 'f3', from: 'short', to: 'join' },
      { id: 'f4', from: 'long', to: 'join' },
      { id: 'f5', from: 'join', to: 'say' },
      { id: 'f6', from: 'say', to: 'over' },
    ],
  });

  it('meet when all have come', () => {
    const simulation = simulate(forked('all'));
    simulation.advanceTime(3_600_000);
    expect(said(simulation)).toEqual([]);
    simulation.advanceTime(3_600_000);
    expect(said(simulation)).toEqual(['A']);
    expect(simulation.run.outcome).toBe('joined');
  });

  it('end with the first where that is enough', () => {
    const simulation = simulate(forked('first'));
    simulation.advanceTime(3_600_000);
    expect(simulation.run.outcome).toBe('joined');
    expect(simulation.commands.filter(({ kind }) => kind === 'cancel-timer')).toHaveLength(1);
  });
});

describe('waiting for an event', () => {
  const waiting: Part = {
    steps: [
      { id: 'e', type: 'event', event: 'paid', key: '{{ contact.id }}', timeout: '1d', saveTo: 'any' },
      { id: 'paid', type: 'end', outcome: 'paid' },
      { id: 'late', type: 'end', outcome: 'late' },
      { id: 'asked', type: 'end', outcome: 'asked' },
    ],
    flows: [
      { id: 'f1', from: 'e', to: 'paid' },
      { id: 'f2', from: 'e', on: 'timeout', to: 'late' },
      { id: 'f3', from: 'e', on: 'reply', to: 'asked' },
    ],
  };

  it('has three exits on one step', () => {
    const paid = simulate(waiting);
    paid.emit('paid', { sum: 5 }, 'somebody-else');
    expect(paid.run.status).toBe('waiting');
    paid.emit('paid', { sum: 5 }, 'contact');
    expect(paid.run.outcome).toBe('paid');
    expect(variables(paid)?.['any']).toEqual({ sum: 5 });
    const late = simulate(waiting);
    late.advanceTime(86_400_000);
    expect(late.run.outcome).toBe('late');
    const asked = simulate(waiting);
    asked.say('where is my money?');
    expect(asked.run.outcome).toBe('asked');
  });
});

describe('language', () => {
  it('is switched in mid-dialogue and falls back to the default where a text is missing', () => {
    const simulation = simulate({
      steps: [
        { id: 'l', type: 'set-language', locale: 'ru-RU' },
        { id: 'a', type: 'message', text: 'a' },
        { id: 'late', type: 'message', text: 'late' },
      ],
      flows: [
        { id: 'f1', from: 'l', to: 'a' },
        { id: 'f2', from: 'a', to: 'late' },
      ],
    });
    expect(said(simulation)).toEqual(['А', 'Late']);
    expect(simulation.trace.some(({ kind }) => kind === 'missing-text')).toBe(true);
  });
});

describe('calling another scenario', () => {
  it('hands values in and out and comes back', () => {
    const parse = (value: object) => {
      const loaded = loadScenario(value);
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
      return loaded.scenario;
    };
    const base = { format: 1, name: 'x', locales: ['en'], messages: {} };
    const callee = parse({
      ...base,
      id: 'double',
      variables: { x: { type: 'number' } },
      triggers: [{ id: 'i', type: 'internal', step: 's' }],
      steps: [
        { id: 's', type: 'set', assign: [{ variable: 'x', value: 'x * 2' }] },
        { id: 'e', type: 'end', outcome: 'doubled' },
      ],
      flows: [{ id: 'f', from: 's', to: 'e' }],
    });
    const caller = parse({
      ...base,
      id: 'caller',
      variables: { n: { type: 'number', default: 21 }, how: { type: 'text' } },
      triggers: [{ id: 'c', type: 'conversation', step: 'call' }],
      steps: [
        { id: 'call', type: 'call', scenario: 'double', inputs: { x: 'n' }, outputs: { n: 'x' }, saveOutcome: 'how' },
        { id: 'e', type: 'end' },
      ],
      flows: [{ id: 'f', from: 'call', to: 'e' }],
    });
    const inner = compileScenario(callee);
    if (!inner.ok) throw new Error('does not compile');
    const outer = compileScenario(caller, { double: inner.compiled });
    if (!outer.ok) throw new Error('does not compile');
    const simulation = createSimulation(outer.compiled, { at: 0, locale: 'en', actions: () => ({ output: null }) });
    expect(simulation.run).toMatchObject({
      status: 'done',
      frames: { main: { variables: { n: 42, how: 'doubled' } } },
    });
  });
});
