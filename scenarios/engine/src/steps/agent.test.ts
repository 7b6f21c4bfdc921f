import { compileScenario, loadScenario, type Json, type ScenarioInput } from '@scenarium/language';
import { describe, expect, it } from 'vitest';
import { createSimulation, type CallEffectCommand } from '../index.ts';

type AgentInput = Partial<Extract<ScenarioInput['steps'][number], { type: 'agent' }>>;

function simulate(agent: AgentInput, answers: Json[]) {
  const loaded = loadScenario({
    format: 1,
    id: 'a',
    name: 'A',
    locales: ['en'],
    variables: { result: { type: 'any' } },
    triggers: [{ id: 't', type: 'conversation', step: 'hear' }],
    steps: [
      { id: 'hear', type: 'ask', prompt: 'hear' },
      { id: 'work', type: 'agent', instructions: 'Help', saveTo: 'result', ...agent },
      { id: 'human', type: 'handover', to: { kind: 'human' } },
      { id: 'more', type: 'message', text: 'limit' },
      { id: 'over', type: 'end', outcome: 'over' },
    ],
    flows: [
      { id: 'f1', from: 'hear', to: 'work' },
      { id: 'f2', from: 'hear', on: 'failed', to: 'work' },
      { id: 'f3', from: 'work', to: 'over' },
      { id: 'f4', from: 'work', on: 'limit', to: 'more' },
      { id: 'f5', from: 'work', on: 'exhausted', to: 'human' },
      { id: 'f6', from: 'more', to: 'over' },
      { id: 'f7', from: 'human', to: 'over' },
    ],
    messages: { en: { hear: 'Yes?', limit: 'Too long' } },
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const compilation = compileScenario(loaded.scenario);
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems));
  const calls: CallEffectCommand[] = [];
  const simulation = createSimulation(compilation.compiled, {
    at: 0,
    locale: 'en',
    actions(call) {
      calls.push(call);
      const answer = answers.shift() ?? { text: 'Done' };
      const { error } = answer as { error?: { code: string; message: string } };
      return error ? { error } : { output: answer };
    },
  });
  simulation.say('Do it');
  const said = () => simulation.lines.flatMap((line) => (line.from === 'agent' ? [line.message.text] : []));
  const messagesOf = (n: number) => calls[n]?.input['messages'] as { role: string; text: string }[];
  return { simulation, calls, said, messagesOf };
}

const call = (more: object = {}): Json =>
  ({ calls: [{ id: 'c1', name: 'crm__find', tool: 0, input: { query: 'x' }, ...more }] }) as Json;
const tools = [{ action: 'crm.find', bind: { contact: '{{ contact.id }}' } }];

describe('an agent step', () => {
  it('given a tool call, then the tool gets what the model and the scenario say, and the model its result', () => {
    const { calls, said, messagesOf, simulation } = simulate({ tools }, [call(), { found: 1 }, { text: 'Found' }]);
    expect(calls.map(({ action }) => action)).toEqual(['model.generate', 'crm.find', 'model.generate']);
    expect(calls[1]?.input).toEqual({ query: 'x', contact: 'contact' });
    expect(calls[1]?.byModel).toBe(true);
    expect(messagesOf(2)).toMatchObject([
      { role: 'user', text: 'Do it' },
      { role: 'assistant', calls: [{ id: 'c1' }] },
      { role: 'tool', call: 'c1', text: '{"found":1}' },
    ]);
    expect(said()).toEqual(['Yes?', 'Found']);
    expect(simulation.run.frames['main']?.variables['result']).toBe('Found');
  });

  it('given a model that overrides what the scenario fills in, then the scenario wins', () => {
    const { calls } = simulate({ tools }, [call({ input: { contact: 'somebody-else' } }), { found: 0 }]);
    expect(calls[1]?.input['contact']).toBe('contact');
  });

  it('given a tool of a connection, then its action gets its name and arguments, and the scenario’s part of them', () => {
    const bind = { arguments: { customer: '{{ contact.id }}' } };
    const { calls, messagesOf } = simulate({ tools: [{ action: 'mcp.call-tool', connection: 'orders', bind }] }, [
      call({ name: 'find', of: 'find_order', input: { number: '7', customer: 'somebody-else' } }),
      { text: 'found' },
    ]);
    expect(calls[0]?.input['tools']).toEqual([
      { action: 'mcp.call-tool', connection: 'orders', bound: ['arguments', 'arguments.customer'] },
    ]);
    expect(calls[1]).toMatchObject({
      action: 'mcp.call-tool',
      connection: 'orders',
      input: { tool: 'find_order', arguments: { number: '7', customer: 'contact' } },
    });
    expect(messagesOf(2)[1]).toMatchObject({ calls: [{ name: 'find', input: { number: '7' } }] });
  });

  it('given one tool of a connection that the scenario names, then that one is asked for and called', () => {
    const tools = [{ action: 'mcp.call-tool', bind: { tool: '{{ "find_order" }}' } }];
    const { calls } = simulate({ tools }, [call({ of: 'cancel_order', input: { number: '7' } }), {}]);
    expect(calls[0]?.input['tools']).toEqual([{ action: 'mcp.call-tool', bound: ['tool'], only: 'find_order' }]);
    expect(calls[1]?.input).toEqual({ tool: 'find_order', arguments: { number: '7' } });
  });

  it('given a tool that fails, or does not exist, then the model is told', () => {
    const { messagesOf } = simulate({ tools }, [
      call(),
      { error: { code: 'crm_busy', message: 'later' } },
      call({ tool: undefined, name: 'made_up', id: 'c2' }),
    ]);
    expect(messagesOf(2).at(-1)?.text).toBe('failed: crm_busy: later');
    expect(messagesOf(3).at(-1)?.text).toContain('no tool “made_up”');
    // Every call stands before its answer, whatever was carried out in between.
    expect(messagesOf(3).map(({ role }) => role)).toEqual(['user', 'assistant', 'tool', 'assistant', 'tool']);
    expect(messagesOf(3)[3]).toMatchObject({ calls: [{ id: 'c2' }] });
  });

  it.each([
    ['yes', 'Да', ['model.generate', 'crm.find', 'model.generate']],
    ['no', 'нет', ['model.generate', 'model.generate']],
    ['something else', 'wait, what?', ['model.generate', 'model.generate']],
  ])('given something irreversible and %s, then it is done or not', (_, reply, expected) => {
    const { simulation, calls, said } = simulate({ tools }, [
      call({ irreversible: true, title: { en: 'Delete', ru: 'Удалить' } }),
    ]);
    expect(said().at(-1)).toBe('Shall I do this?\n\nDelete\nquery: x');
    simulation.say(reply);
    expect(calls.map(({ action }) => action)).toEqual(expected);
  });

  it('given rounds, cost or time used up, then it leaves by “limit”', () => {
    const costly = { ...(call() as object), usage: { cost: 2 } } as Json;
    expect(
      simulate({ tools, limits: { rounds: 1 } }, [call(), {}])
        .said()
        .at(-1),
    ).toBe('Too long');
    expect(
      simulate({ tools, limits: { cost: 1 } }, [costly, {}])
        .said()
        .at(-1),
    ).toBe('Too long');
  });

  it('given a budget that is used up, then it leaves by “exhausted”', () => {
    const { simulation } = simulate({}, [{ error: { code: 'budget_exhausted', message: 'no money' } }]);
    expect(simulation.run.tokens[0]?.wait?.for).toBe('human');
  });
});
