import { describe, expect, test } from 'vitest';
import { connect, createDocumentStore, moveSteps, renameStep, writeText } from '../../../document/index.ts';
import { longScenario, sampleScenario } from '../../../document/sample.fixture.ts';
import { createDecoration } from './decorate.ts';
import { placesOf } from './places.ts';
import { projectEdges } from './project-edges.ts';
import { createProjection, type StepNode } from './project-nodes.ts';

function opened(scenario = sampleScenario()) {
  const store = createDocumentStore(scenario, () => 0);
  const project = createProjection();
  const nodes = (locale = 'en', severities = new Map()): StepNode[] =>
    project(store.index, { locale, severities, places: placesOf(store.index) });
  const changed = (change: () => unknown, ...around: Parameters<typeof nodes>): string[] => {
    const before = new Map(nodes(...around).map((node) => [node.id, node]));
    change();
    return nodes(...around).flatMap((node) => (before.get(node.id) === node ? [] : [node.id]));
  };
  return { store, nodes, changed };
}

describe('a card', () => {
  test('shows what the step says in a language, its exits, what begins there, and whether they lead somewhere', () => {
    const { nodes } = opened();
    const card = (id: string, locale?: string) => nodes(locale).find((node) => node.id === id)?.data;
    expect(card('greet')).toMatchObject({ summary: 'Hello!', starts: [':conversation'], main: { isConnected: true } });
    expect(card('greet', 'ru')).toMatchObject({ summary: 'Здравствуйте!' });
    expect(card('say-name')).toMatchObject({ starts: ['/help'], isFallback: false });
    expect(card('bye')).toMatchObject({ isFallback: true, main: undefined });
    expect(card('pick')?.rows.map(({ name, caption, isConnected }) => [name, caption, isConnected])).toEqual([
      ['option:yes', 'Yes', true],
      ['option:no', 'No', true],
      ['failed', undefined, false],
    ]);
  });

  test('is drawn again only when something it shows changed', () => {
    const { store, changed } = opened();
    expect(changed(() => store.execute(renameStep({ step: 'greet', name: 'Hi' })))).toEqual(['greet']);
    expect(changed(() => store.execute(writeText({ locale: 'en', id: 'yes', text: 'Sure' })))).toEqual(['pick']);
    expect(changed(() => store.execute(writeText({ locale: 'ru', id: 'yes', text: 'Ага' })))).toEqual([]);
    expect(changed(() => store.execute(connect({ from: 'pick', on: 'failed', to: 'bye' })))).toEqual(['pick']);
    expect(changed(() => store.undo())).toEqual(['pick']);
  });

  test('that moved is another node with the same card', () => {
    const { store, nodes, changed } = opened();
    const [before] = nodes();
    expect(changed(() => store.execute(moveSteps({ positions: { greet: { x: 8, y: 8 } } })))).toEqual(['greet']);
    expect(nodes()[0]?.data).toBe(before?.data);
  });

  test('stays as it is while another of a thousand is being written', () => {
    const { store, changed } = opened(longScenario(1_000));
    expect(changed(() => store.execute(writeText({ locale: 'en', id: 't500', text: 'Text' })))).toEqual(['s500']);
  });
});

test('given an edge whose flow did not change, then it is the same object', () => {
  const { store } = opened();
  const before = projectEdges(store.index);
  store.execute(connect({ from: 'pick', on: 'failed', to: 'bye' }));
  const after = projectEdges(store.index);
  expect(
    after.filter((edge) => !before.includes(edge)).map(({ source, sourceHandle }) => [source, sourceHandle]),
  ).toEqual([['pick', 'failed']]);
});

test('given a node that is chosen or held by a gesture, then only that one is another object', () => {
  const { nodes } = opened();
  const decorate = createDecoration();
  const bare = nodes();
  const before = decorate(bare, { chosen: new Set(), held: new Map() });
  const after = decorate(bare, { chosen: new Set(['pick']), held: new Map([['bye', { x: 5, y: 6 }]]) });
  expect(after.filter((node, i) => node !== before[i]).map(({ id }) => id)).toEqual(['pick', 'bye']);
  expect(after.find(({ id }) => id === 'bye')?.position).toEqual({ x: 5, y: 6 });
});

test('given steps without places, then each lies behind what leads to it and none covers another', () => {
  const { layout: _, ...bare } = sampleScenario();
  const { store } = opened(bare);
  const places = placesOf(store.index);
  expect(Object.keys(places).sort()).toEqual([...store.index.keys('steps')].sort());
  expect(places['ask-age']?.x).toBeGreaterThan(places['greet']?.x ?? 0);
  expect(new Set(Object.values(places).map(({ x, y }) => `${x} ${y}`)).size).toBe(Object.keys(places).length);
});
