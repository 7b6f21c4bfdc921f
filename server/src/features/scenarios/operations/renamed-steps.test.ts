import { loadScenario, type Scenario } from '@scenarium/language';
import { expect, test } from 'vitest';
import { renamedSteps } from './renamed-steps.ts';

/** A scenario of these messages: `id: text`. */
function scenarioOf(...steps: string[]): Scenario {
  const loaded = loadScenario({
    format: 1,
    id: 'talk',
    name: 'Talk',
    locales: ['en'],
    triggers: [],
    flows: [],
    steps: steps.map((step) => ({ id: step.split(':')[0], type: 'message', text: step.split(':')[1] })),
    messages: { en: { hello: 'Hello!', bye: 'Bye!' } },
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.scenario;
}

test.each([
  ['one has another id', ['a:hello', 'b:bye'], ['x:hello', 'b:bye'], { a: 'x' }],
  ['two have', ['a:hello', 'b:bye'], ['x:hello', 'y:bye'], { a: 'x', b: 'y' }],
  ['one is gone and another has come', ['a:hello', 'b:bye'], ['b:bye', 'c:bye'], {}],
  ['it may be either of two', ['a:hello'], ['x:hello', 'y:hello'], {}],
  ['it may have been either of two', ['a:hello', 'b:hello'], ['x:hello'], {}],
  ['one says something else', ['a:hello'], ['a:bye'], {}],
])('given %s, then only what is certain is told', (_, before, after, renamed) => {
  expect(Object.fromEntries(renamedSteps(scenarioOf(...before), scenarioOf(...after)))).toEqual(renamed);
});
