import { fromBpmn, loadScenario, toBpmn, type Scenario } from '@scenarium/language';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDocumentStore, type DocumentStore } from '../../../document/index.ts';
import { act, commandOf } from '../../../document/commands/random-commands.fixture.ts';
import { sampleScenario } from '../../../document/sample.fixture.ts';
import { gesture, gestureOf, seenIn, type Gesture } from './random-gestures.fixture.ts';
import { takeDrawing } from './take-drawing.ts';

/** Draws the document, does a gesture, and takes the drawing back, as the view does. */
async function draw(store: DocumentStore, made: Gesture) {
  const shown = store.get();
  const drawn = await gestureOf(await toBpmn(shown), made);
  return takeDrawing(store, { ...(await fromBpmn(drawn.xml)), shown, seen: seenIn(drawn.definitions) });
}

/** A scenario nobody wrote: the sample after some commands. */
const scenario: fc.Arbitrary<Scenario> = fc.array(act, { maxLength: 8 }).map((all) => {
  const store = createDocumentStore(sampleScenario(), () => 0);
  for (const one of all) store.execute(commandOf(one, store.get()));
  return JSON.parse(JSON.stringify(store.get())) as Scenario;
});

test('whatever is drawn, the document loads or the gesture is refused with a reason; undone, all is as it was', async () => {
  let taken = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(scenario, fc.array(gesture, { minLength: 1, maxLength: 6 }), async (before, gestures) => {
      const store = createDocumentStore(before);
      for (const one of gestures) {
        const now = store.get();
        const entries = store.history().position;
        const outcome = await draw(store, one);
        if (!outcome.ok) {
          refused += 1;
          expect(store.get()).toBe(now);
          expect(outcome.problem.message.ru).not.toBe('');
          expect(outcome.problem.hint.ru).not.toBe('');
          continue;
        }
        taken += 1;
        expect(store.history().position - entries).toBeLessThanOrEqual(1);
        expect(loadScenario(JSON.parse(JSON.stringify(store.get())))).toMatchObject({ ok: true });
        expect(unseen(store.get())).toEqual(unseen(now));
      }
      while (store.undo());
      expect(store.get()).toEqual(before);
    }),
    { numRuns: 35 },
  );
  expect(taken).toBeGreaterThan(refused);
}, 60_000);

test('a drawing that nobody touched changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async (before) => {
      const store = createDocumentStore(before);
      expect(await draw(store, [])).toMatchObject({ ok: true });
      expect(store.canUndo()).toBe(false);
    }),
    { numRuns: 25 },
  );
}, 60_000);

/** What a diagram does not show: gestures never change it. */
function unseen({ id, name, description, locales, timezone, limits }: Scenario) {
  return { id, name, description, locales, timezone, limits };
}
