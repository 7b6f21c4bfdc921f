import { definitionOf, loadScenario, type Scenario, type ScenarioInput, type Step } from '@scenarium/language';
import fc from 'fast-check';

const step = (id: string): fc.Arbitrary<ScenarioInput['steps'][number]> =>
  fc.oneof(
    fc.constant({ id, type: 'message' as const, text: 'hello' }),
    fc.constant({ id, type: 'message' as const, text: 'count', buttons: [{ id: 'more', label: 'hello' }] }),
    fc.record({
      id: fc.constant(id),
      type: fc.constant('ask' as const),
      prompt: fc.constant('ask'),
      saveTo: fc.constant('text'),
      attempts: fc.integer({ min: 1, max: 3 }),
      timeout: fc.constantFrom(undefined, '1h'),
    }),
    fc.constant({ id, type: 'ask' as const, prompt: 'ask', saveTo: 'n', answer: { type: 'number' as const, min: 0 } }),
    fc.constant({
      id,
      type: 'ask' as const,
      prompt: 'ask',
      answer: {
        type: 'choice' as const,
        options: [
          { id: 'a', label: 'hello' },
          { id: 'b', label: 'ask' },
        ],
      },
    }),
    fc.constant({ id, type: 'ask' as const, prompt: 'ask', answer: { type: 'datetime' as const } }),
    fc.constant({ id, type: 'condition' as const }),
    fc.constant({
      id,
      type: 'switch' as const,
      value: 'n',
      cases: [
        { id: 'one', equals: 1 },
        { id: 'some', equals: [2, 3] },
      ],
    }),
    fc
      .constantFrom('n + 1', '"text"', 'missing.field', 'text.size()', 'list.map(x, x)', '1 / 0')
      .map((value) => ({ id, type: 'set' as const, assign: [{ variable: 'n', value }] })),
    fc.constant({
      id,
      type: 'transform' as const,
      from: 'list',
      operations: [{ op: 'filter' as const, where: 'item > 1' }, { op: 'count' as const }],
      saveTo: 'n',
    }),
    fc.constantFrom('1s', '1h', '1w').map((duration) => ({ id, type: 'wait' as const, for: duration })),
    fc.constant({ id, type: 'wait' as const, until: 'now' }),
    fc.constant({ id, type: 'event' as const, event: 'ping', timeout: '1h', saveTo: 'any' }),
    fc.constant({ id, type: 'event' as const, event: 'pong', key: '{{ n }}' }),
    fc.constant({ id, type: 'parallel' as const }),
    fc.constantFrom('all' as const, 'first' as const).map((mode) => ({ id, type: 'join' as const, mode })),
    fc.constant({ id, type: 'call' as const, scenario: 'nowhere' }),
    fc.constant({ id, type: 'handover' as const, to: { kind: 'human' as const }, timeout: '1d' }),
    fc.constant({ id, type: 'handover' as const, to: { kind: 'agent' as const, agent: 'other' } }),
    fc.constant({ id, type: 'emit' as const, event: 'seen', data: { n: '{{ n }}' } }),
    fc.constantFrom('ru', 'xx', '{{ text }}').map((locale) => ({ id, type: 'set-language' as const, locale })),
    fc.constant({ id, type: 'action' as const, action: 'test.do', input: { text: '{{ text }}' }, saveTo: 'any' }),
    fc.constant({ id, type: 'end' as const, outcome: 'over' }),
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
function withDefaults(made: ScenarioInput['steps'][number]): Step {
  return {
    ...made,
    ...(made.type === 'ask' && !made.answer && { answer: { type: 'text', minLength: 1, maxLength: 10 } }),
  } as Step;
}
