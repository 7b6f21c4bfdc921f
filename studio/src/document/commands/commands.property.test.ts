import { formatScenario, lint, parseScenario, type Scenario } from '@scenarium/language';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDocumentStore, indexOf, type DocumentStore } from '../index.ts';
import { knownTo, loaded, sampleScenario } from '../sample.fixture.ts';
import { act, commandOf, type Act } from './random-commands.fixture.ts';

const acts = fc.array(act, { minLength: 1, maxLength: 25 });

function perform(store: DocumentStore, all: readonly Act[]): number {
  return all.filter((one) => store.execute(commandOf(one, store.get())).ok).length;
}

/** A scenario nobody wrote: the sample after some acts. */
const scenario: fc.Arbitrary<Scenario> = fc.array(act, { maxLength: 12 }).map((all) => {
  const store = createDocumentStore(sampleScenario(), () => 0);
  perform(store, all);
  return loaded(JSON.parse(JSON.stringify(store.get())));
});

test('whatever is done can be undone and done again', () => {
  fc.assert(
    fc.property(scenario, acts, (before, all) => {
      const text = JSON.stringify(before);
      const known = JSON.stringify(knownTo(indexOf(before)));
      const store = createDocumentStore(before);
      perform(store, all);
      const after = JSON.stringify(store.get());
      const knownAfter = JSON.stringify(knownTo(indexOf(store.get())));
      while (store.undo());
      expect(JSON.stringify(store.get())).toBe(text);
      expect(JSON.stringify(knownTo(store.index))).toBe(known);
      while (store.redo());
      expect(JSON.stringify(store.get())).toBe(after);
      expect(JSON.stringify(knownTo(store.index))).toBe(knownAfter);
    }),
    { numRuns: 150 },
  );
});

test('whatever is done, the document loads, and lint can look at it', () => {
  let done = 0;
  let refused = 0;
  fc.assert(
    fc.property(scenario, acts, (before, all) => {
      const store = createDocumentStore(before);
      for (const one of all) {
        const now = store.get();
        const outcome = store.execute(commandOf(one, now));
        if (outcome.ok) done += 1;
        else {
          refused += 1;
          expect(store.get()).toBe(now);
          expect(outcome.problem.hint.ru).not.toBe('');
        }
        const reading = parseScenario(JSON.stringify(store.get()), 'json');
        expect(reading.ok ? [] : reading.problems.map(({ message }) => message.en)).toEqual([]);
      }
      const after = store.get();
      expect(parseScenario(formatScenario(after, 'yaml'), 'yaml')).toEqual({ ok: true, scenario: after });
      for (const { place } of lint(after))
        expect(place.step === undefined || store.index.step(place.step)).toBeTruthy();
    }),
    { numRuns: 120 },
  );
  expect(done).toBeGreaterThan(refused);
});
