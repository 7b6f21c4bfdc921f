import { loadScenario, type Scenario, type ScenarioInput } from '@scenarium/language';
import { describe, expect, it } from 'vitest';
import { paint } from './paint.ts';
import { createPlayStore, type PlayStore } from './play-store.ts';

const NOTHING: Scenario[] = [];

/** Asks, looks up, tells. */
function orders(change: Partial<ScenarioInput> = {}): Scenario {
  const loaded = loadScenario({
    format: 1,
    id: 'orders',
    name: 'Orders',
    locales: ['en'],
    variables: { order: { type: 'text' } },
    triggers: [{ id: 'start', type: 'conversation', step: 'ask' }],
    steps: [
      { id: 'ask', type: 'ask', prompt: 'which', saveTo: 'order' },
      { id: 'look', type: 'action', action: 'shop.find', input: {} },
      { id: 'tell', type: 'message', text: 'told' },
    ],
    flows: [
      { id: 'f1', from: 'ask', to: 'look' },
      { id: 'f2', from: 'look', to: 'tell' },
    ],
    messages: { en: { which: 'Which?', told: 'Order {{ order }}' } },
    ...change,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.scenario;
}

function begin(breakpoints: string[] = [], onFlows: string[] = []): PlayStore {
  const store = createPlayStore({
    locale: 'en',
    breakpoints: () => ({ steps: set(breakpoints), flows: set(onFlows) }),
    answer: () => ({ output: null }),
  });
  store.load(orders(), NOTHING);
  return store;
}

const set = (ids: string[]) => new Map(ids.map((id) => [id, {}]));

const said = (store: PlayStore): string[] => {
  const { moments, index } = store.get();
  return (moments[index]?.world.lines ?? []).map((line) => (line.from === 'agent' ? line.message.text : line.text));
};

describe('the play of a draft', () => {
  it('given an earlier moment, then it goes on from there and the later ones are forgotten', () => {
    const store = begin();
    store.act({ kind: 'say', text: '1' });
    expect(said(store)).toEqual(['Which?', '1', 'Order 1']);
    store.goTo(0);
    expect(said(store)).toEqual(['Which?']);
    expect(store.get().moments.length).toBe(2);
    store.act({ kind: 'say', text: '2' });
    expect([said(store).at(-1), store.get().moments.length]).toEqual(['Order 2', 2]);
  });

  it('given a breakpoint, then it is painted where it stopped, and a step goes on by one', () => {
    const store = begin(['look']);
    store.act({ kind: 'say', text: '1' });
    const { moments, index } = store.get();
    const painted = paint(moments[index]?.world as never);
    expect([...painted.steps]).toEqual([
      ['ask', 'passed'],
      ['look', 'stopped'],
    ]);
    expect([[...painted.flows.keys()], painted.latest]).toEqual([['f1'], 'look']);
    store.step();
    expect(store.get().moments.at(-1)?.world.held).toBeDefined();
    store.act({ kind: 'go-on' });
    expect(said(store).at(-1)).toBe('Order 1');
  });

  it('given a breakpoint on the first step, then the very first play stops there', () => {
    const store = begin(['ask']);
    expect([said(store), store.get().moments[0]?.world.held?.stop]).toEqual([[], {}]);
  });

  it('given a breakpoint on a flow, then the flow and the step before which it stopped are painted', () => {
    const store = begin([], ['f2']);
    store.act({ kind: 'say', text: '1' });
    const { steps, flows } = paint(store.get().moments.at(-1)?.world as never);
    expect([flows.get('f1'), flows.get('f2'), steps.get('tell')]).toEqual(['passed', 'stopped', 'stopped']);
  });

  it('given a draft that changes, then the dialogue is played again, and it says where it went another way', () => {
    const store = begin();
    store.act({ kind: 'say', text: '1' });
    store.load(orders({ messages: { en: { which: 'Well?', told: 'So' } } }), NOTHING);
    expect([said(store), store.get().replayed]).toEqual([['Well?', '1', 'So'], null]);
    store.load(null, NOTHING);
    expect(store.get().compiled).toBeNull();
    store.load(orders({ flows: [{ id: 'f1', from: 'ask', to: 'tell' }] }), NOTHING);
    expect(store.get().replayed).toEqual({ diverged: 1, left: [] });
  });

  it('given a step to begin at, then the play begins there until it begins anew', () => {
    const store = begin();
    store.begin({ from: 'tell' });
    expect(said(store)).toEqual(['Order ']);
    store.begin();
    expect(said(store)).toEqual(['Which?']);
  });
});
