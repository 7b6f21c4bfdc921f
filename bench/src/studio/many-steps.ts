import { Scenario } from '@scenarium/language';

const COLUMNS = 40;
const STEP_WIDTH = 320;
const STEP_HEIGHT = 260;

/** A scenario of many steps as one would draw it: questions, decisions and answers in rows, left to right. */
export function manySteps(count: number): Scenario {
  const kinds = Array.from({ length: count - 1 }, (_, i) => (['ask', 'message', 'condition', 'set'] as const)[i % 4]);
  const steps = kinds.map((type, i) => {
    const head = { id: `s${i}`, name: `Step ${i}` };
    if (type === 'ask') return { ...head, type, prompt: `t${i}`, saveTo: `v${i % 40}` };
    if (type === 'message') return { ...head, type, text: `t${i}` };
    if (type === 'set') return { ...head, type, assign: [{ variable: `v${i % 40}`, value: `v${(i + 1) % 40}` }] };
    return { ...head, type };
  });
  const flows = kinds.flatMap((type, i) => {
    const next = i + 2 < count ? `s${i + 1}` : 'end';
    if (type === 'condition')
      return [
        { id: `f${i}`, from: `s${i}`, to: next, when: `v${i % 40} != ''` },
        { id: `e${i}`, from: `s${i}`, on: 'else', to: i + 5 < count ? `s${i + 4}` : 'end' },
      ];
    return [
      { id: `f${i}`, from: `s${i}`, to: next },
      ...(type === 'ask' ? [{ id: `e${i}`, from: `s${i}`, on: 'failed', to: 'end' }] : []),
    ];
  });
  const texts = kinds.flatMap((type, i) =>
    type === 'ask' || type === 'message' ? [[`t${i}`, `Text ${i} for {{ v${i % 40} }}`] as const] : [],
  );
  const places = [...steps.map(({ id }) => id), 'end'].map((id, i) => [
    id,
    { x: (i % COLUMNS) * STEP_WIDTH, y: Math.floor(i / COLUMNS) * STEP_HEIGHT },
  ]);
  return Scenario.parse({
    format: 1,
    id: 'many-steps',
    name: `${count} steps`,
    locales: ['en'],
    variables: Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`v${i}`, { type: 'text' }])),
    triggers: [{ id: 'start', type: 'conversation', step: 's0' }],
    steps: [...steps, { id: 'end', type: 'end', outcome: 'done' }],
    flows,
    messages: { en: Object.fromEntries(texts) },
    layout: Object.fromEntries(places),
  });
}
