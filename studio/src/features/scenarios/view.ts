import type { ReactNode } from 'react';
import type { OpenScenario } from './open-scenario.ts';
import type { Check } from './use-check.ts';
import type { Draft } from './use-draft.ts';

/** What every face of a scenario is given. It shows `draft.store` and changes it by commands. */
export interface ViewProps {
  draft: Draft;
  /** What all faces share: the document, the choice, the marks. */
  scenario: OpenScenario;
  check: Check;
  checking: boolean;
  /** The chat with the draft, to stand beside. */
  chat: ReactNode;
}
