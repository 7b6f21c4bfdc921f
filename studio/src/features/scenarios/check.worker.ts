import { lint, parseScenario, type Problem, type Scenario, type Surroundings } from '@scenarium/language';

/** What the worker is asked: a document or a text to check in the company of the organisation's actions and other scenarios. */
export interface CheckRequest {
  id: number;
  source: Scenario | string;
  surroundings: Surroundings;
}

export interface Checked {
  id: number;
  /** Null where a text is no scenario at all; a document is not sent back. */
  scenario: Scenario | null;
  problems: Problem[];
}

addEventListener('message', ({ data: { id, source, surroundings } }: MessageEvent<CheckRequest>) => {
  postMessage({ id, ...check(source, surroundings) } satisfies Checked);
});

function check(source: Scenario | string, surroundings: Surroundings): Omit<Checked, 'id'> {
  if (typeof source !== 'string') return { scenario: null, problems: lint(source, surroundings) };
  const loaded = parseScenario(source, 'yaml');
  return loaded.ok
    ? { scenario: loaded.scenario, problems: lint(loaded.scenario, surroundings) }
    : { scenario: null, problems: loaded.problems };
}
