import { describe, expect, it } from 'vitest';
import { diff, describeChange, formatScenario, lint, loadScenario, parseScenario, type Scenario } from '../index.ts';

const good = `
format: 1
id: small
name: Small
locales: [en, ru]
variables:
  name: { type: text }
triggers:
  - { id: start, type: conversation, step: ask }
steps:
  - { id: ask, type: ask, prompt: ask, saveTo: name }
  - { id: bye, type: message, text: bye }
  - { id: over, type: end }
flows:
  - { id: f1, from: ask, to: bye }
  - { id: f2, from: bye, to: over }
messages:
  en: { ask: Name?, bye: 'Bye, {{ name }}' }
  ru: { ask: Имя?, bye: 'Пока, {{ name }}' }
`;

function load(text: string): Scenario {
  const loaded = parseScenario(text, 'yaml');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.scenario;
}

function problems(text: string, format: 'yaml' | 'json' = 'yaml') {
  const loaded = parseScenario(text, format);
  return loaded.ok
    ? []
    : loaded.problems.map(({ code, place, hint }) => ({ code, line: place.line, step: place.step, hint: hint.en }));
}

describe('a text that is no scenario', () => {
  it.for([
    ['broken YAML', 'steps: [', 'syntax_error'],
    ['a template without quotes', `${good}\ndescription: {{ name }}`, 'unquoted_text'],
    ['a key twice', `${good}\nname: Other`, 'syntax_error'],
    ['nothing', '', 'not_a_scenario'],
    ['a newer format', good.replace('format: 1', 'format: 99'), 'newer_format'],
    ['an unknown step type', good.replace('type: message', 'type: mesage'), 'unknown_step_type'],
    ['an unknown field', good.replace('text: bye }', 'text: bye, colour: red }'), 'unknown_field'],
    ['a missing field', good.replace('prompt: ask, ', ''), 'missing_field'],
    ['a wrong type', good.replace('name: Small', 'name: [1]'), 'wrong_type'],
    ['an unknown step in a flow', good.replace('to: bye', 'to: by'), 'unknown_step'],
    ['an unknown exit', good.replace('from: bye, to', 'from: bye, on: timeout, to'), 'unknown_exit'],
    ['an unknown variable', good.replace('saveTo: name', 'saveTo: nme'), 'undefined_variable'],
    ['an unknown text', good.replace('text: bye', 'text: by'), 'unknown_message'],
    ['an id twice', good.replace('id: over', 'id: bye'), 'duplicate_id'],
    [
      'a note twice',
      `${good}\nnotes: [{ id: n, text: '', x: 0, y: 0 }, { id: n, text: '', x: 0, y: 0 }]`,
      'duplicate_id',
    ],
    ['a note of no colour', `${good}\nnotes: [{ id: n, text: '', x: 0, y: 0, color: teal }]`, 'invalid_value'],
    ['a key of the prototype', good.replace('name: Small', 'name: Small\n__proto__: { a: 1 }'), 'forbidden_key'],
    [
      'too many aliases',
      `a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]`,
      'syntax_error',
    ],
  ] as const)('%s is said with its code', ([, text, code]) => {
    expect(problems(text).map((problem) => problem.code)).toContain(code);
  });

  it('has every mistake listed with its line', () => {
    const found = problems(
      good.replace('type: message', 'type: mesage').replace('saveTo: name', 'saveTo: name, atempts: 2'),
    );
    expect(found).toEqual([
      expect.objectContaining({ code: 'unknown_field', line: 11, step: 'ask' }),
      expect.objectContaining({ code: 'unknown_step_type', line: 12, step: 'bye', hint: 'Did you mean “message”?' }),
    ]);
  });

  it('is strict about JSON', () => {
    expect(problems('{"format": 1,}', 'json')).toEqual([expect.objectContaining({ code: 'syntax_error', line: 1 })]);
  });
});

describe('a scenario as a text', () => {
  it.for(['yaml', 'json'] as const)('comes back from %s the same', (format) => {
    const scenario = load(good);
    expect(parseScenario(formatScenario(scenario, format), format)).toEqual({ ok: true, scenario });
  });
});

describe('diff', () => {
  it('speaks a designer’s words', () => {
    const before = load(good);
    const after = load(
      good.replace('saveTo: name }', 'saveTo: name, attempts: 5 }').replace("bye: 'Bye,", "bye: 'Goodbye,"),
    );
    const changes = diff(before, after);
    expect(changes.map((change) => describeChange(change, 'en'))).toEqual([
      'Step “ask”: attempts 3 → 5',
      'Text “bye (en)”: Bye, {{ name }} → Goodbye, {{ name }}',
    ]);
    expect(describeChange(changes[0] as (typeof changes)[0], 'ru')).toBe('Шаг «ask»: attempts 3 → 5');
    expect(diff(before, before)).toEqual([]);
  });

  it('tells what notes say apart from where they lie', () => {
    const noted = (note: string) => load(`${good}\nnotes: [{ id: why, x: 0, y: 0, ${note} }]`);
    const words = (after: Scenario) => diff(noted('text: Ask'), after).map((change) => describeChange(change, 'en'));
    expect(words(noted('text: Ask Ann'))).toEqual(['Note “why”: text Ask → Ask Ann']);
    expect(words(noted('text: Ask, width: 300'))).toEqual(['Steps or notes were moved on the canvas']);
    expect(words(load(good))).toContain('Note “why”: removed');
  });
});

const base = {
  format: 1,
  id: 'x',
  name: 'X',
  locales: ['en', 'ru'],
  variables: {},
  triggers: [{ id: 't', type: 'conversation', step: 'a' }],
  steps: [{ id: 'a', type: 'end' }],
  flows: [],
  messages: { en: { m: 'M' }, ru: { m: 'М' } },
};

describe('lint', () => {
  const say = (id: string) => ({ id, type: 'message', text: 'm' });
  const ask = (id: string, more: object = {}) => ({ id, type: 'ask', prompt: 'm', ...more });
  const cases: [string, object][] = [
    [
      'unreachable_step',
      {
        steps: [
          { id: 'a', type: 'end' },
          { id: 'b', type: 'end' },
        ],
      },
    ],
    ['dead_end', { steps: [ask('a')], flows: [{ id: 'f', from: 'a', to: 'a' }] }],
    ['missing_exit', { steps: [say('a')] }],
    ['missing_option_exit', { steps: [ask('a', { answer: { type: 'choice', options: [{ id: 'o', label: 'm' }] } })] }],
    ['expression_invalid', { steps: [{ id: 'a', type: 'switch', value: '1 +', cases: [{ id: 'c', equals: 1 }] }] }],
    ['undefined_variable', { steps: [say('a')], messages: { en: { m: '{{ nme }}' }, ru: { m: 'М' } } }],
    [
      'wrong_type',
      {
        variables: { n: { type: 'number' } },
        steps: [
          { id: 'a', type: 'condition' },
          { id: 'b', type: 'end' },
        ],
        flows: [{ id: 'f', from: 'a', to: 'b', when: 'n + 1' }],
      },
    ],
    ['unused_variable', { variables: { v: { type: 'text' } } }],
    [
      'never_assigned',
      {
        variables: { v: { type: 'text' } },
        steps: [say('a')],
        messages: { en: { m: '{{ v }}' }, ru: { m: '{{ v }}' } },
      },
    ],
    ['missing_translation', { steps: [say('a')], messages: { en: { m: 'M' }, ru: {} } }],
    ['unused_message', {}],
    [
      'translation_variables',
      { variables: { v: { type: 'text' } }, messages: { en: { m: '{{ v }}' }, ru: { m: 'М' } } },
    ],
    [
      'loop_without_input',
      {
        steps: [say('a'), say('b')],
        flows: [
          { id: 'f', from: 'a', to: 'b' },
          { id: 'g', from: 'b', to: 'a' },
        ],
      },
    ],
    ['action_without_fallback', { steps: [{ id: 'a', type: 'action', action: 'http.request' }] }],
    ['unknown_action', { steps: [{ id: 'a', type: 'action', action: 'htp.request' }] }],
    ['action_input', { steps: [{ id: 'a', type: 'action', action: 'http.request', input: { uri: 'x' } }] }],
    [
      'duplicate_option',
      {
        steps: [
          ask('a', {
            answer: {
              type: 'choice',
              options: [
                { id: 'o', label: 'm' },
                { id: 'p', label: 'm' },
              ],
            },
          }),
        ],
      },
    ],
    [
      'duplicate_case',
      {
        steps: [
          {
            id: 'a',
            type: 'switch',
            value: '1',
            cases: [
              { id: 'c', equals: 1 },
              { id: 'd', equals: 1 },
            ],
          },
        ],
      },
    ],
    [
      'always_true',
      {
        steps: [
          { id: 'a', type: 'condition' },
          { id: 'b', type: 'end' },
        ],
        flows: [{ id: 'f', from: 'a', to: 'b' }],
      },
    ],
    ['unknown_scenario', { steps: [{ id: 'a', type: 'call', scenario: 'nowhere' }] }],
    ['cyclic_call', { steps: [{ id: 'a', type: 'call', scenario: 'x' }] }],
    ['join_without_parallel', { steps: [{ id: 'a', type: 'join' }] }],
    ['unanswered_wait', { steps: [{ id: 'a', type: 'wait', for: '1h' }] }],
    ['invalid_duration', { steps: [{ id: 'a', type: 'wait', for: 'soon' }] }],
    ['invalid_pattern', { steps: [ask('a', { answer: { type: 'pattern', pattern: '(' } })] }],
    ['invalid_timezone', { timezone: 'Mars/Olympus' }],
    ['no_trigger', { triggers: [] }],
    ['default_type', { variables: { v: { type: 'number', default: 'x' } } }],
  ];
  const surroundings = {
    actions: { 'http.request': { input: { properties: { url: {} }, required: ['url'] } } },
    scenarios: {},
  };

  function codes(part: object): string[] {
    const loaded = loadScenario({ ...base, ...part });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    return lint(loaded.scenario, surroundings).map(({ code }) => code);
  }

  it.for(cases)('finds %s', ([code, part]) => {
    expect(codes(part)).toContain(code);
  });

  it('finds nothing in a good scenario', () => {
    expect(lint(load(good))).toEqual([]);
  });
});
