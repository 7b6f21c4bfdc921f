import { describe, expect, test, vi } from 'vitest';
import {
  addStep,
  configureStep,
  connect,
  createDocumentStore,
  done,
  moveSteps,
  removeSteps,
  renameStep,
  writeText,
} from '../index.ts';
import { longScenario, sampleScenario } from '../sample.fixture.ts';

function opened() {
  let time = 0;
  const store = createDocumentStore(sampleScenario(), () => time);
  return {
    ...store,
    wait: (by: number) => (time += by),
    type: (name: string) => store.execute(renameStep({ step: 'greet', name })),
  };
}

describe('a burst of typing', () => {
  test('in one field is one step of undo', () => {
    const store = opened();
    for (const name of ['H', 'He', 'Hey']) {
      store.type(name);
      store.wait(900);
    }
    expect(store.history().entries).toHaveLength(1);
    store.undo();
    expect(store.get()).toEqual(sampleScenario());
    store.redo();
    expect(store.get().steps[0]?.name).toBe('Hey');
  });

  test('ends after a second, in another field, and with undo', () => {
    const store = opened();
    store.type('a');
    store.wait(1_001);
    store.type('ab');
    store.execute(renameStep({ step: 'bye', name: 'End' }));
    store.type('abc');
    expect(store.history().entries).toHaveLength(4);
    store.undo();
    store.redo();
    store.undo();
    store.type('abcd');
    expect(store.history().entries).toHaveLength(4);
    store.undo();
    expect(store.get().steps[0]?.name).toBe('ab');
  });
});

describe('undo and redo', () => {
  test('are named after what they would do', () => {
    const store = opened();
    expect([store.canUndo(), store.undo(), store.undoTitle()]).toEqual([false, false, undefined]);
    store.execute(removeSteps({ steps: ['pick', 'count'] }));
    expect(store.undoTitle()).toMatchObject({ name: 'step.remove', values: { count: 2 } });
    store.undo();
    expect([store.canUndo(), store.canRedo(), store.redoTitle()?.name]).toEqual([false, true, 'step.remove']);
    store.type('New');
    expect([store.canRedo(), store.redo()]).toEqual([false, false]);
  });

  test('give the same objects as before', () => {
    const store = opened();
    const before = store.get();
    store.execute(removeSteps({ steps: ['pick'] }));
    const after = store.get();
    store.undo();
    expect(store.get()).toBe(before);
    store.redo();
    expect(store.get()).toBe(after);
  });

  test('do not remember what changed nothing', () => {
    const store = opened();
    const listener = vi.fn();
    store.subscribe(listener);
    store.execute(moveSteps({ positions: { greet: { x: 0, y: 0 } } }));
    store.execute(writeText({ locale: 'en', id: 'yes', text: 'Yes' }));
    store.execute(configureStep({ step: 'ask-age', path: ['attempts'], value: 3 }));
    expect([store.canUndo(), store.isDirty(), listener.mock.calls.length]).toEqual([false, false, 0]);
  });

  test('know the last 500 steps', () => {
    const store = opened();
    for (let x = 1; x <= 510; x += 1) store.execute(moveSteps({ positions: { greet: { x, y: 0 } } }));
    while (store.canUndo()) store.undo();
    expect(store.get().layout?.['greet']).toEqual({ x: 10, y: 0 });
  });
});

describe('a transaction', () => {
  test('is one step of undo, told of once', () => {
    const store = opened();
    const listener = vi.fn();
    store.subscribe(listener);
    const outcome = store.transaction('document.refine', () => {
      const added = store.execute(addStep({ step: { type: 'message' } }));
      return added.ok ? store.execute(connect({ from: added.value.id, to: 'bye' })) : added;
    });
    expect(outcome).toEqual({ ok: true, value: { id: 'f12' } });
    expect([listener.mock.calls.length, store.history().entries.length, store.revision()]).toEqual([1, 1, 1]);
    store.undo();
    expect(store.get()).toEqual(sampleScenario());
  });

  test('that is refused or throws leaves nothing behind', () => {
    const store = opened();
    const before = store.get();
    const refused = store.transaction('document.refine', () => {
      store.type('Gone');
      return store.execute(connect({ from: 'greet', to: 'nobody' }));
    });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'unknown_step' } });
    const failing = () => {
      store.type('Gone');
      store.undo();
      throw new Error('on purpose');
    };
    expect(() => store.transaction('document.refine', failing)).toThrow('on purpose');
    expect([store.get() === before, store.canUndo(), store.index.step('greet')?.name]).toEqual([
      true,
      false,
      undefined,
    ]);
  });

  test('goes on after a refusal inside of it that it overlooks', () => {
    const store = opened();
    store.transaction('document.refine', () => {
      store.execute(connect({ from: 'greet', to: 'nobody' }));
      store.type('Stays');
      return done();
    });
    expect(store.get().steps[0]?.name).toBe('Stays');
  });
});

describe('saving', () => {
  test('makes clean what was sent, not what came after', () => {
    const store = opened();
    store.type('One');
    const sent = store.get();
    store.execute(renameStep({ step: 'bye', name: 'Two' }));
    store.markSaved(sent);
    expect(store.isDirty()).toBe(true);
    store.undo();
    expect(store.isDirty()).toBe(false);
  });

  test('a reload begins a new history', () => {
    const store = opened();
    store.type('Mine');
    const other = { ...sampleScenario(), name: 'Theirs' };
    store.replace(other);
    expect([store.get() === other, store.canUndo(), store.isDirty(), store.index.step('greet')?.name]).toEqual([
      true,
      false,
      false,
      undefined,
    ]);
  });
});

test('listeners hear of changes until they end it, the same one twice too', () => {
  const store = opened();
  const listener = vi.fn();
  const [end] = [store.subscribe(listener), store.subscribe(listener)];
  store.type('a');
  end();
  store.type('b');
  expect(listener).toHaveBeenCalledTimes(3);
});

describe('a change of one of a thousand steps', () => {
  test('leaves the others the same objects', () => {
    const store = createDocumentStore(longScenario(1_000));
    const before = store.get();
    store.execute(renameStep({ step: 's500', name: 'Here' }));
    const after = store.get();
    expect(after.steps.filter((step, i) => step !== before.steps[i]).map(({ id }) => id)).toEqual(['s500']);
    expect(
      [after.flows, after.messages, after.layout].map(
        (part, i) => part === [before.flows, before.messages, before.layout][i],
      ),
    ).toEqual([true, true, true]);
  });

  test('looks at as many steps and flows as one of a hundred', () => {
    const looks = (length: number): number => {
      let count = 0;
      const watched = <T extends object>(value: T): T =>
        new Proxy(value, { get: (target, key) => ((count += 1), Reflect.get(target, key)) });
      const { steps, flows, ...scenario } = longScenario(length);
      const store = createDocumentStore({ ...scenario, steps: steps.map(watched), flows: flows.map(watched) });
      store.index.usesOf('count');
      count = 0;
      store.execute(configureStep({ step: 's50', path: ['name'], value: 'Here' }));
      store.index.usesOf('count');
      return count;
    };
    expect(looks(100)).toBeGreaterThan(0);
    expect(looks(1_000)).toBe(looks(100));
  });

  test('leaves the flows of the others the same lists', () => {
    const store = createDocumentStore(longScenario(1_000));
    const lists = Array.from({ length: 1_000 }, (_, i) => store.index.flowsFrom(`s${i}`));
    store.execute(connect({ from: 's10', to: 's20' }));
    expect(lists.flatMap((list, i) => (store.index.flowsFrom(`s${i}`) === list ? [] : [i]))).toEqual([10]);
  });
});
