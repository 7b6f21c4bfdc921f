import { describe, expect, it } from 'vitest';
import {
  compileScenario,
  countsOf,
  formatScenario,
  importScenario,
  lint,
  loadScenario,
  toBpmn,
  type Scenario,
} from '../index.ts';
import { flowerShop } from './fixtures/flower-shop.fixture.ts';
import { handbookAgent, rewriteThenAnswer } from './fixtures/handbook-chat.fixture.ts';
import { parcelDesk } from './fixtures/parcel-desk.fixture.ts';

async function imported(file: unknown) {
  const { scenario, report } = await importScenario(JSON.stringify(file));
  if (!scenario) throw new Error(JSON.stringify(report.problems));
  return {
    scenario,
    report,
    step: (id: string) => scenario.steps.find((step) => step.id === id),
    flows: (id: string) =>
      scenario.flows.filter(({ from }) => from === id).map(({ on, when, to }) => [on, when ?? '', to]),
    became: (node: string) => {
      const found = report.nodes.find((one) => one.node === node);
      return found && { became: found.became, steps: found.steps, codes: found.remarks.map(({ code }) => code) };
    },
  };
}

describe('a Typebot export', () => {
  it('given every kind of block, then the scenario loads, compiles and has no mistakes', async () => {
    const { scenario, report } = await imported(flowerShop);
    expect(loadScenario(scenario).ok).toBe(true);
    expect(compileScenario(scenario).ok).toBe(true);
    expect(lint(scenario).filter(({ severity }) => severity === 'error')).toEqual([]);
    const blocks = flowerShop.groups.reduce((sum, { blocks: inside }) => sum + inside.length, 0);
    expect(report.nodes).toHaveLength(blocks + flowerShop.events.length);
    expect(countsOf(report)).toEqual({ mapped: 23, partly: 5, not_mapped: 5 });
  });

  it('given a text before an input, then it is what the input asks', async () => {
    const { step, scenario, became } = await imported(flowerShop);
    expect(step('welcome_4')).toMatchObject({ type: 'ask', answer: { type: 'email' }, saveTo: 'email' });
    expect(scenario.messages['en']).toMatchObject({
      welcome_4: 'Where do we write to, {{ customer_name }}?',
      welcome_5: 'That is no address',
    });
    expect(became('w5')).toEqual({ became: 'mapped', steps: ['welcome_4'], codes: ['became_prompt'] });
  });

  it('given buttons, a jump and a condition, then the flows go where the arrows went', async () => {
    const { flows, became } = await imported(flowerShop);
    expect(flows('menu')).toEqual([
      ['option:roses', '', 'cart'],
      ['failed', '', 'menu'],
      ['next', '', 'cart'],
    ]);
    expect(became('m3')).toMatchObject({ steps: ['cart'], codes: ['became_flow'] });
    expect(flows('cart_5')).toEqual([
      ['next', '(default(score, 0) > 3) && (("tulip" in default(cart, [])))', 'price'],
      ['next', 'endsWith(lower(default(email, "")), "@shop.example")', 'bye'],
      ['else', '', 'bye'],
    ]);
  });

  it('given values that are set, then expressions say them, and JavaScript that none can say is kept', async () => {
    const { step, became } = await imported(flowerShop);
    expect(['cart', 'cart_2', 'cart_3'].map((id) => step(id))).toMatchObject([
      { assign: [{ variable: 'score', value: '(default(score, 0) + 5)' }] },
      { assign: [{ variable: 'cart', value: 'default(cart, []) + [flower]' }] },
      { assign: [{ variable: 'code', value: '"Order of " + default(customer_name, "")' }] },
    ]);
    expect(step('cart_4')).toMatchObject({ action: 'typebot.code', input: { script: 'const n = 3; return fetch(n)' } });
    expect(became('c4')).toMatchObject({ became: 'not_mapped', codes: ['script_kept'] });
  });

  it('given a request and models, then the parts of their answers reach the variables', async () => {
    const { step } = await imported(flowerShop);
    expect(step('price')).toMatchObject({
      action: 'http.request',
      input: { url: 'https://api.example/price/{{ flower }}', body: { flower: '{{ flower }}', score: '{{ score }}' } },
      saveTo: 'answer_price',
    });
    expect(step('price_2')).toMatchObject({
      assign: [
        { variable: 'price', value: 'answer_price.body.offers[0].price' },
        { variable: 'cart', value: 'answer_price.body.offers.map(o, o.name)' },
      ],
    });
    expect(step('price_3')).toMatchObject({ type: 'llm', instructions: 'Be kind', saveTo: 'ai_answer' });
    expect(step('price_4')).toMatchObject({ type: 'llm', fields: { city: { type: 'text' } } });
  });

  it('given what has no counterpart, then an action holds its place with its settings', async () => {
    const { step, flows, became } = await imported(flowerShop);
    expect(step('help_2')).toMatchObject({ type: 'action', action: 'typebot.something-new', input: { colour: 'red' } });
    expect(flows('help')).toEqual([['next', '', 'help_2']]);
    expect(became('h2')).toMatchObject({ became: 'not_mapped', codes: ['placeholder'] });
    expect(became('p5')?.codes).toEqual(['unknown_reference']);
    expect(became('p8')?.codes).toEqual(['always_first', 'lost_target']);
    expect(became('reply')?.codes).toEqual(['event_not_supported']);
  });

  it('given groups that were drawn apart, then their steps are apart, in the same order', async () => {
    const { scenario } = await imported(flowerShop);
    const at = (id: string) => scenario.layout?.[id];
    expect(at('welcome')).toEqual({ x: 0, y: 0 });
    expect(at('menu')?.x).toBe(400);
    expect(at('welcome_3')?.y).toBeGreaterThan(at('welcome_2')?.y ?? Infinity);
  });
});

describe('a Flowise export', () => {
  it('given an agentflow with every kind of node, then the scenario loads, compiles and has no mistakes', async () => {
    const { scenario, report } = await imported(parcelDesk);
    expect(compileScenario(scenario).ok).toBe(true);
    expect(lint(scenario).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report.nodes).toHaveLength(parcelDesk.nodes.length);
    expect(scenario.description).toContain('Ask the carrier first');
    expect(countsOf(report)).toEqual({ mapped: 9, partly: 5, not_mapped: 3 });
  });

  it('given state, form and outputs, then variables hold them', async () => {
    const { step, flows, scenario } = await imported(parcelDesk);
    expect(step('http_2')).toMatchObject({
      input: { url: 'https://api.example/parcels/{{ number }}', body: { carrier: '{{ carrier }}' } },
    });
    expect(step('llm_3')).toMatchObject({
      instructions: 'Say where it is & when it comes',
      prompt: 'Answer: {{ http_agentflow_2 }}',
      fields: { place: { type: 'text' }, mood: { type: 'choice', values: ['good', 'bad'] } },
    });
    expect(step('llm_3_2')).toMatchObject({ assign: [{ variable: 'status', value: 'llm_agentflow_3.place' }] });
    expect(flows('condition_4')).toEqual([
      ['next', 'string(default(status, "")) == "lost"', 'human_input_5'],
      ['next', 'number(default(days, 0)) > 3', 'agent_8'],
      ['else', '', 'direct_reply_7'],
    ]);
    expect(scenario.variables['status']).toMatchObject({ default: 'new' });
  });

  it('given a loop, a fork that meets again and an iteration, then flows, a join and a placeholder are drawn', async () => {
    const { step, flows, became } = await imported(parcelDesk);
    expect(flows('human_input_5')).toContainEqual(['option:proceed', '', 'loop_6']);
    expect(flows('loop_6_2')).toEqual([
      ['next', 'rounds_of_loop_6 <= 5', 'http_2'],
      ['else', '', 'loop_6_end'],
    ]);
    expect(flows('retriever_9_fork').map(([, , to]) => to)).toEqual(['custom_function_10', 'tool_11']);
    expect(step('direct_reply_15_join')).toMatchObject({ type: 'join', mode: 'all' });
    expect(flows('tool_11')).toEqual([['next', '', 'direct_reply_15_join']]);
    expect(flows('iteration_13')).toEqual([['next', '', 'direct_reply_14']]);
    expect(became('iterationAgentflow_13')?.codes).toEqual(['runs_once']);
  });

  it('given a chatflow of two chains, then two model steps follow one another', async () => {
    const { scenario, step, became } = await imported(rewriteThenAnswer);
    expect(scenario.steps.map(({ type }) => type)).toEqual(['llm', 'llm', 'end']);
    expect(step('conversation_chain')).toMatchObject({
      instructions: 'You know the handbook.',
      prompt: 'Answer {{ rewrite }} for {who}',
      history: 20,
      say: true,
    });
    expect(became('bufferMemory_0')).toMatchObject({ became: 'mapped', steps: ['conversation_chain'] });
  });

  it('given an agent over documents, then it answers from knowledge; with another tool it stays an agent', async () => {
    const alone = await imported(handbookAgent([]));
    expect(alone.step('tool_agent')).toMatchObject({ type: 'answer', instructions: 'Answer from the handbook.' });
    expect(alone.became('faiss_0')).toMatchObject({ became: 'partly', codes: ['knowledge_elsewhere'] });
    const both = await imported(handbookAgent(['calculator']));
    expect(both.step('tool_agent')).toMatchObject({ type: 'agent', say: true });
    expect(both.became('calculator_0')).toMatchObject({ became: 'not_mapped', codes: ['no_counterpart'] });
  });
});

describe('one door for every format', () => {
  it('given our own formats, then the scenario comes back as it was, every step mapped', async () => {
    const { scenario } = await imported(flowerShop);
    const texts = [formatScenario(scenario, 'json'), formatScenario(scenario, 'yaml'), await toBpmn(scenario)];
    for (const [i, format] of (['json', 'yaml', 'bpmn'] as const).entries()) {
      const again = await importScenario(texts[i] as string);
      expect(again.scenario).toEqual(scenario);
      expect(again.report.format).toBe(format);
      expect(countsOf(again.report)).toEqual({ mapped: scenario.steps.length, partly: 0, not_mapped: 0 });
    }
  });

  it.for<[string, string, string]>([
    ['nothing', '', 'not_a_scenario'],
    ['words', 'hello', 'not_a_scenario'],
    ['broken JSON', '{"groups": [', 'syntax_error'],
    ['a Typebot file without blocks', '{"groups": []}', 'no_nodes'],
    [
      'too many nodes',
      JSON.stringify({ nodes: Array.from({ length: 2_501 }, () => ({ data: {} })) }),
      'too_many_nodes',
    ],
    ['a huge text', ' '.repeat(5_000_001), 'too_large'],
    ['very deep JSON', `{"groups": ${'['.repeat(100_000)}`, 'syntax_error'],
    ['XML that is none of ours', '<a/>', 'not_bpmn'],
  ])('given %s, then a problem with a code says so', async ([, text, code]) => {
    const { scenario, report } = await importScenario(text);
    expect(scenario).toBeUndefined();
    expect(report.problems.map((problem) => problem.code)).toContain(code);
  });

  it('given a flow of jumps to one another, a lost arrow and keys of the prototype, then it is read', async () => {
    const file = {
      version: '6',
      events: [{ id: 'start', type: 'start', outgoingEdgeId: 'e' }],
      edges: [{ id: 'e', to: { groupId: 'a' } }],
      variables: [
        { id: '__proto__', name: '__proto__' },
        { id: 'constructor', name: 'constructor' },
      ],
      groups: [
        { id: 'a', title: 'constructor', blocks: [{ id: '1', type: 'Jump', options: { groupId: 'b' } }] },
        {
          id: 'b',
          title: '__proto__',
          blocks: [
            { id: '2', type: 'Jump', options: { groupId: 'a' } },
            { id: '3', type: 'toString', options: JSON.parse('{"__proto__": {"a": 1}}') as object },
          ],
        },
      ],
    };
    const { scenario } = await imported(file);
    expect(scenario.steps.map(({ type }) => type)).toEqual(['action', 'end']);
  });

  it('given 2,500 blocks that all fork, then it is answered in seconds', { timeout: 20_000 }, async () => {
    const nodes = Array.from({ length: 2_500 }, (_, i) => ({
      id: `llmAgentflow_${i}`,
      data: { name: 'llmAgentflow', inputs: {} },
    }));
    const edges = nodes.flatMap(({ id }, i) =>
      [i + 1, i + 2].map((to) => ({ source: id, target: `llmAgentflow_${to}` })),
    );
    const { scenario } = await importScenario(JSON.stringify({ nodes, edges }));
    expect((scenario as Scenario).steps.length).toBeGreaterThan(2_500);
  });

  it.for<[string, unknown]>([
    [
      'braces that never close',
      block('text', { content: { richText: [{ children: [{ text: '{{'.repeat(1_500_000) }] }] } }),
    ],
    ['tags that never close', block('text', { content: { html: '<'.repeat(3_000_000) } })],
    ['a title of megabytes', block('text input', {}, 'a'.repeat(3_000_000))],
    [
      'very many comparisons',
      block('Condition', { items: [{ content: { comparisons: Array.from({ length: 50_000 }, () => ({})) } }] }),
    ],
    ['very many items', block('Condition', { items: Array.from({ length: 50_000 }, () => ({ content: {} })) })],
    [
      'very many buttons',
      block('choice input', { items: Array.from({ length: 100_000 }, (_, i) => ({ content: `${i}` })) }),
    ],
    [
      'a script of megabytes',
      block('Set variable', { options: { variableId: 'v', expressionToEvaluate: '('.repeat(3_000_000) } }),
    ],
    [
      'a list without end',
      { nodes: [{ data: { name: 'llmAgentflow', inputs: { llmUserMessage: `<p>${'<li'.repeat(1_000_000)}` } } }] },
    ],
  ])('given %s, then it is answered in seconds', { timeout: 20_000 }, async ([, file]) => {
    const { scenario } = await imported(file);
    expect(scenario.steps.length).toBeLessThan(10);
  });
});

/** A Typebot file of one group with one block. */
function block(type: string, more: object, title = 'One') {
  return { variables: [{ id: 'v', name: 'v' }], groups: [{ id: 'g', title, blocks: [{ id: 'b', type, ...more }] }] };
}
