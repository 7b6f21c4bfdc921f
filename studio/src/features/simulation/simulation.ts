import type { OverlayStore } from '../scenarios/overlay.ts';
import { createAnswers, type AnswerStore } from './answers.ts';
import { createPlayStore, type PlayStore } from './play-store.ts';

/** The play of a draft: it lives as long as its editor, whichever view is open. */
export interface Simulation {
  store: PlayStore;
  answers: AnswerStore;
}

export function createSimulation(scenario: string, overlay: OverlayStore, locale: string): Simulation {
  const answers = createAnswers(scenario);
  const store = createPlayStore({
    locale,
    breakpoints: () => overlay.get().breakpoints,
    answer: ({ action }) => answers.get()[action] ?? null,
  });
  return { store, answers };
}
