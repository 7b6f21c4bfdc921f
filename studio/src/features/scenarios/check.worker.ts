import { lint, parseScenario, type Problem, type Scenario, type Surroundings } from '@scenarium/language';

/** What the worker is asked: a text to check in the company of the organisation's actions and other scenarios. */
export interface CheckRequest {
  id: number;
  text: string;
  surroundings: Surroundings;
}

export interface Checked {
  id: number;
  /** Null where the text is no scenario at all. */
  scenario: Scenario | null;
  problems: Problem[];
}

addEventListener('message', ({ data: { id, text, surroundings } }: MessageEvent<CheckRequest>) => {
  const loaded = parseScenario(text, 'yaml');
  const checked: Checked = loaded.ok
    ? { id, scenario: loaded.scenario, problems: lint(loaded.scenario, surroundings) }
    : { id, scenario: null, problems: loaded.problems };
  postMessage(checked);
});
