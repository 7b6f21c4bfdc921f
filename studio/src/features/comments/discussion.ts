import { createValue, type Value } from '../../api/value.ts';

export type Status = 'open' | 'resolved';
export type Scope = 'step' | 'all';

/** What is said about a scenario: it lives as long as its editor, whichever step and view is shown. */
export interface Discussion {
  /** Where the scenario is stored. */
  scenario: string;
  status: Value<Status>;
  /** Threads of the chosen step only, or all? */
  scope: Value<Scope>;
  /** How many threads are open, wherever they are. */
  open: Value<number>;
  /** What was typed and is not sent yet, by the place where it is typed. */
  unsent: Map<string, string>;
}

export function createDiscussion(scenario: string): Discussion {
  return {
    scenario,
    status: createValue<Status>('open'),
    scope: createValue<Scope>('step'),
    open: createValue(0),
    unsent: new Map(),
  };
}

/** What is told whenever a thread of a scenario changes. */
export const topicOf = (scenario: string): string => `threads:${scenario}`;
