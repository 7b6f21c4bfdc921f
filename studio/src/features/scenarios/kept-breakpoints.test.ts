import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeStepId, createDocumentStore, type DocumentStore } from '../../document/index.ts';
import { sampleScenario } from '../../document/sample.fixture.ts';
import { keepBreakpoints, keptBreakpoints } from './kept-breakpoints.ts';
import { createOverlay, type OverlayStore } from './overlay.ts';

let store: DocumentStore;
let step: string;
let flow: string;

/** The page of the scenario, opened again. */
function open(): OverlayStore {
  const overlay = createOverlay(keptBreakpoints('orders', store));
  keepBreakpoints('orders', overlay, store);
  return overlay;
}

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  store = createDocumentStore(sampleScenario());
  step = store.index.keys('steps')[0] as string;
  flow = store.index.keys('flows')[0] as string;
});

describe('breakpoints of a scenario', () => {
  it('given some, then they are there when it is opened again, and those of what is gone are not', () => {
    const overlay = open();
    overlay.setBreakpoint({ table: 'steps', id: step }, { condition: 'order == 1', isOff: true });
    overlay.toggleBreakpoint({ table: 'flows', id: flow });
    overlay.toggleBreakpoint({ table: 'flows', id: 'gone' });
    const again = open();
    expect(again.get().breakpoints).toEqual({
      steps: new Map([[step, { condition: 'order == 1', isOff: true }]]),
      flows: new Map([[flow, {}]]),
    });
    again.toggleBreakpoint({ table: 'flows', id: flow });
    expect(open().get().breakpoints.flows.size).toBe(0);
  });

  it('given a step that gets another id, then its breakpoint stays on it, back and forth', () => {
    const overlay = open();
    const stepsWith = (): string[] => [...overlay.get().breakpoints.steps.keys()];
    overlay.toggleBreakpoint({ table: 'steps', id: step });
    store.execute(changeStepId({ step, to: 'another' }));
    expect([stepsWith(), [...open().get().breakpoints.steps.keys()]]).toEqual([['another'], ['another']]);
    store.undo();
    expect(stepsWith()).toEqual([step]);
    store.redo();
    expect(stepsWith()).toEqual(['another']);
  });

  it.for(['{', '7', 'null', '[]', '{"steps":[1],"flows":"f1"}', '{"steps":{"STEP":"yes"}}'])(
    'given %s in the browser, then there are none',
    (rubbish) => {
      localStorage.setItem('scenarium.breakpoints.orders', rubbish.replace('STEP', step));
      expect(open().get().breakpoints).toEqual({ steps: new Map(), flows: new Map() });
    },
  );
});
