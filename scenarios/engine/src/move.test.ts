import { compileScenario, loadScenario, type CompiledScenario, type ScenarioInput } from '@scenarium/language';
import { describe, expect, it } from 'vitest';
import { advance, whyNotMoved, type EngineEvent, type MovedEvent, type Run } from './index.ts';

type Part = Partial<ScenarioInput> & Pick<ScenarioInput, 'steps' | 'flows'>;

function compile(part: Part, callees: Record<string, CompiledScenario> = {}): CompiledScenario {
  const loaded = loadScenario({
    format: 1,
    id: 'shop',
    name: 'Shop',
    locales: ['en'],
    variables: { name: { type: 'text' }, count: { type: 'number', default: 1 } },
    triggers: [{ id: 't', type: 'conversation', step: part.steps[0]?.id }],
    messages: { en: { ask: 'Name?', size: 'Size?', colour: 'Colour?', bye: 'Bye {{ name }}' } },
    ...part,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const compilation = compileScenario(loaded.scenario, callees);
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems));
  return compilation.compiled;
}

const ask = (id: string, prompt: string, more: object = {}) =>
  ({ id, type: 'ask', prompt, answer: { type: 'text' }, ...more }) as ScenarioInput['steps'][number];
const chain = (...ids: string[]) => ids.slice(1).map((to, i) => ({ id: `f${i}`, from: ids[i] as string, to }));
const end = { id: 'end', type: 'end' } as const;

const old = compile({
  steps: [ask('name', 'ask', { saveTo: 'name' }), ask('size', 'size', { timeout: '1h' }), end],
  flows: chain('name', 'size', 'end'),
});

let at = Date.parse('2026-11-21T09:00:00Z');
const event = <K extends EngineEvent['kind']>(
  kind: K,
  more: Omit<Extract<EngineEvent, { kind: K }>, 'kind' | 'id' | 'at'>,
) => ({ kind, id: `e${(at += 1)}`, at, ...more }) as Extract<EngineEvent, { kind: K }>;

const begin = (compiled: CompiledScenario) =>
  advance(
    compiled,
    null,
    event('started', {
      run: { id: 'r', seed: 1 },
      trigger: { type: 'conversation' },
      facts: { contact: { id: 'c' }, conversation: { id: 'd', channel: 'web' }, agent: { id: 'a', name: 'A' } },
      locale: 'en',
      contactVariables: {},
      agentVariables: {},
    } as never),
  ).run;
const hear = (compiled: CompiledScenario, run: Run, text: string) =>
  advance(compiled, run, event('message-received', { message: { text } } as never));
const move = (compiled: CompiledScenario, run: Run, places: MovedEvent['places']) =>
  advance(compiled, run, event('moved', { places } as never));
const said = ({ commands }: ReturnType<typeof advance>): string[] =>
  commands.flatMap((command) => (command.kind === 'send-message' ? [command.text] : []));

describe('a run that goes on with another version', () => {
  const other = compile({
    variables: { name: { type: 'text' }, count: { type: 'text', default: 'few' } },
    steps: [
      ask('name', 'ask', { saveTo: 'name' }),
      ask('colour', 'colour'),
      { id: 'bye', type: 'message', text: 'bye' } as ScenarioInput['steps'][number],
      end,
    ],
    flows: chain('name', 'colour', 'bye', 'end'),
  });

  it('given a step that stays, then nothing is said, and the next answer is taken by the new version', () => {
    const moved = move(other, begin(old), { name: { to: 'name', stay: true } });
    expect(moved.commands).toEqual([]);
    expect(moved.trace).toMatchObject([{ kind: 'moved', step: 'name', detail: { from: 'name', stay: true } }]);
    expect(said(hear(other, moved.run, 'Ann'))).toEqual(['Colour?']);
  });

  it('given another step, then its timer ends, the step is entered anew, and variables of the same type are kept', () => {
    const waiting = hear(old, begin(old), 'Ann').run;
    const moved = move(other, waiting, { size: { to: 'colour' } });
    expect(moved.commands.map(({ kind }) => kind)).toEqual(['cancel-timer', 'send-message']);
    expect(said(moved)).toEqual(['Colour?']);
    expect(moved.run.frames['main']?.variables).toEqual({ name: 'Ann', count: 'few' });
    expect(said(hear(other, moved.run, 'red'))).toEqual(['Bye Ann']);
  });

  it.for([
    ['nobody said where it goes on', {}, 'no_place'],
    ['there is no such step', { name: { to: 'nowhere' } }, 'unknown_step'],
  ] as const)('given that %s, then it stays as it is and says why', ([, places, code]) => {
    const run = begin(old);
    expect(whyNotMoved(other, run, places)).toMatchObject({ code });
    const moved = move(other, run, places);
    expect(moved.run).toEqual({ ...run, counters: moved.run.counters });
    expect(moved.trace).toMatchObject([{ kind: 'not-moved', detail: { code } }]);
  });

  it('given that it is over, then there is nothing to move', () => {
    const { run } = hear(old, hear(old, begin(old), 'Ann').run, 'XL');
    expect(whyNotMoved(other, run, {})).toMatchObject({ code: 'run_over' });
    expect(move(other, run, {}).run).toBe(run);
  });

  it('given an effect that is being carried out, then it is waited for', () => {
    const acting = compile({
      steps: [{ id: 'act', type: 'action', action: 'crm.save', input: {} } as ScenarioInput['steps'][number], end],
      flows: chain('act', 'end'),
    });
    expect(whyNotMoved(other, begin(acting), { act: { to: 'name' } })).toEqual({ code: 'effect_pending', step: 'act' });
  });
});

describe('a run inside a called scenario', () => {
  const inner = compile({
    id: 'inner',
    triggers: [{ id: 't', type: 'internal', step: 'deep' }],
    steps: [ask('deep', 'size'), end],
    flows: chain('deep', 'end'),
  });
  const caller = compile(
    {
      steps: [
        { id: 'call', type: 'call', scenario: 'inner' } as ScenarioInput['steps'][number],
        ask('colour', 'colour'),
        end,
      ],
      flows: chain('call', 'colour', 'end'),
    },
    { inner },
  );

  it('given that it is to stay at the call, then it is not moved until the call is over', () => {
    const run = begin(caller);
    expect(whyNotMoved(caller, run, { call: { to: 'call', stay: true } })).toEqual({ code: 'in_call', step: 'call' });
    const back = hear(caller, run, 'XL').run;
    expect(whyNotMoved(caller, back, { colour: { to: 'colour', stay: true } })).toBeNull();
  });

  it('given another step, then the called scenario is left', () => {
    const moved = move(caller, begin(caller), { call: { to: 'colour' } });
    expect(said(moved)).toEqual(['Colour?']);
    expect(Object.keys(moved.run.frames)).toEqual(['main']);
    expect(moved.run.tokens.map(({ step }) => step)).toEqual(['colour']);
  });
});
