import { definitionOf, loadScenario, type Scenario, type ScenarioInput, type Step } from '@scenarium/language';
import fc from 'fast-check';

type StepInput = ScenarioInput['steps'][number];

const one = (made: StepInput): fc.Arbitrary<StepInput> => fc.constant(made);

const step = (id: string): fc.Arbitrary<StepInput> =>
  fc.oneof(
    one({ id, type: 'message', text: 'hello' }),
    one({ id, type: 'message', text: 'count', buttons: [{ id: 'more', label: 'hello' }] }),
    fc.record({
      id: fc.constant(id),
      type: fc.constant('ask' as const),
      prompt: fc.constant('ask'),
      saveTo: fc.constant('text'),
      attempts: fc.integer({ min: 1, max: 3 }),
      timeout: fc.constantFrom(undefined, '1h'),
    }),
    one({ id, type: 'ask', prompt: 'ask', saveTo: 'n', answer: { type: 'number', min: 0 } }),
    one({
      id,
      type: 'ask',
      prompt: 'ask',
      answer: {
        type: 'choice',
        options: [
          { id: 'a', label: 'hello' },
          { id: 'b', label: 'ask' },
        ],
      },
    }),
    one({ id, type: 'ask', prompt: 'ask', answer: { type: 'datetime' } }),
    one({ id, type: 'condition' }),
    one({
      id,
      type: 'switch',
      value: 'n',
      cases: [
        { id: 'one', equals: 1 },
        { id: 'some', equals: [2, 3] },
      ],
    }),
    fc
      .constantFrom('n + 1', '"text"', 'missing.field', 'text.size()', 'list.map(x, x)', '1 / 0')
      .map((value): StepInput => ({ id, type: 'set', assign: [{ variable: 'n', value }] })),
    one({
      id,
      type: 'transform',
      from: 'list',
      operations: [{ op: 'filter', where: 'item > 1' }, { op: 'count' }],
      saveTo: 'n',
    }),
    fc.constantFrom('1s', '1h', '1w').map((duration): StepInput => ({ id, type: 'wait', for: duration })),
    one({ id, type: 'wait', until: 'now' }),
    one({ id, type: 'event', event: 'ping', timeout: '1h', saveTo: 'any' }),
    one({ id, type: 'event', event: 'pong', key: '{{ n }}' }),
    one({ id, type: 'parallel' }),
    fc.constantFrom('all' as const, 'first' as const).map((mode): StepInput => ({ id, type: 'join', mode })),
    one({ id, type: 'call', scenario: 'nowhere' }),
    one({ id, type: 'handover', to: { kind: 'human' }, timeout: '1d' }),
    one({ id, type: 'handover', to: { kind: 'agent', agent: 'other' } }),
    one({ id, type: 'emit', event: 'seen', data: { n: '{{ n }}' } }),
    fc.constantFrom('ru', 'xx', '{{ text }}').map((locale): StepInput => ({ id, type: 'set-language', locale })),
    one({ id, type: 'action', action: 'test.do', input: { text: '{{ text }}' }, saveTo: 'any' }),
    one({ id, type: 'ask', prompt: 'ask', saveTo: 'text', check: { criterion: 'is polite' }, timeout: '1h' }),
    one({ id, type: 'llm', prompt: '{{ text }}', say: true, saveTo: 'text' }),
    one({ id, type: 'llm', prompt: 'Who?', fields: { name: { type: 'text' } }, saveTo: 'any' }),
    one({
      id,
      type: 'agent',
      instructions: 'Help',
      tools: [{ action: 'test.do', bind: { who: '{{ contact.id }}' } }],
      limits: { rounds: 3, time: '1m' },
      saveTo: 'any',
    }),
    one({ id, type: 'answer', saveTo: 'any' }),
    one({ id, type: 'classify', intents: [{ id: 'a', examples: ['x'] }], saveTo: 'any' }),
    one({ id, type: 'end', outcome: 'over' }),
  );

/** Valid scenarios of up to twelve steps in which anything may follow anything: loops, forks without joins, joins without forks. */
export const anyScenario: fc.Arbitrary<Scenario> = fc
  .integer({ min: 1, max: 12 })
  .chain((count) =>
    fc.record({
      steps: fc.tuple(...Array.from({ length: count }, (_, i) => step(`s${i}`))),
      choices: fc.infiniteStream(fc.nat()),
      fallback: fc.option(fc.nat({ max: count - 1 }), { nil: undefined }),
    }),
  )
  .map(({ steps, choices, fallback }) => {
    const next = (): number => choices.next().value as number;
    const flows = steps.flatMap((made) =>
      definitionOf(made as Step)
        .exits(withDefaults(made))
        .flatMap(({ name, many }) =>
          Array.from({ length: many ? 1 + (next() % 3) : next() % 5 === 0 ? 0 : 1 }, () => ({
            from: made.id,
            on: name,
            to: `s${next() % steps.length}`,
            ...(made.type === 'condition' &&
              name === 'next' && {
                when: ['n > 1', 'n == null', 'text.contains("a")', 'missing'][next() % 4] as string,
              }),
          })),
        ),
    );
    const loaded = loadScenario({
      format: 1,
      id: 'any',
      name: 'Any',
      locales: ['en', 'ru'],
      timezone: 'Europe/Berlin',
      variables: {
        n: { type: 'number', default: 0 },
        text: { type: 'text', scope: 'contact' },
        list: { type: 'list', default: [1, 2, 3] },
        any: { type: 'any' },
      },
      triggers: [{ id: 'start', type: 'conversation', step: 's0' }],
      steps,
      flows: flows.map((flow, i) => ({ id: `f${i}`, ...flow })),
      messages: {
        en: {
          hello: ['Hello', 'Hi {{ text }}'],
          ask: 'Well?',
          count: { plural: 'n', forms: { one: 'one', other: '{{ n }} things' } },
        },
        ru: { hello: 'Привет', ask: 'Ну?' },
      },
      ...(fallback !== undefined && { fallback: `s${fallback}` }),
    });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    return loaded.scenario;
  });

/** The exits of a step depend on nothing that has a default. */
function withDefaults(made: StepInput): Step {
  return {
    ...made,
    ...(made.type === 'ask' && !made.answer && { answer: { type: 'text', minLength: 1, maxLength: 10 } }),
  } as Step;
}
