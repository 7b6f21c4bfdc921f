import type { DocumentIndex } from './document-index.ts';
import { Editing } from './editing.ts';
import type { Scenario } from '@scenarium/language';

/** An index for reading only, of whichever document is open. */
export function liveIndex(current: () => Editing): DocumentIndex {
  return {
    get scenario() {
      return current().scenario;
    },
    keys: (table) => current().keys(table),
    get: (table, key) => current().get(table, key),
    step: (id) => current().step(id),
    flow: (id) => current().flow(id),
    flowsFrom: (step) => current().flowsFrom(step),
    flowsTo: (step) => current().flowsTo(step),
    text: (locale, message) => current().text(locale, message),
    usesOf: (variable) => current().usesOf(variable),
    speakersOf: (message) => current().speakersOf(message),
  };
}

/** An index of a scenario that is not open: a version, a template. */
export function indexOf(scenario: Scenario): DocumentIndex {
  const editing = new Editing(scenario);
  return liveIndex(() => editing);
}
