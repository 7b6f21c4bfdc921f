import type { SimulatedAnswer } from '@scenarium/engine';

/** How actions answer in plays of a scenario, by action. */
export type Answers = Readonly<Record<string, SimulatedAnswer>>;

export interface AnswerStore {
  get(): Answers;
  subscribe(listener: () => void): () => void;
  /** Null forgets an answer. */
  remember(action: string, answer: SimulatedAnswer | null): void;
}

/** Remembered in this browser, for each scenario. */
export function createAnswers(scenario: string): AnswerStore {
  const key = `scenarium.answers.${scenario}`;
  const listeners = new Set<() => void>();
  let answers = read(key);
  return {
    get: () => answers,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    remember(action, answer) {
      const { [action]: _, ...others } = answers;
      answers = answer ? { ...others, [action]: answer } : others;
      localStorage.setItem(key, JSON.stringify(answers));
      for (const listener of listeners) listener();
    },
  };
}

function read(key: string): Answers {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Answers;
  } catch {
    return {};
  }
}
