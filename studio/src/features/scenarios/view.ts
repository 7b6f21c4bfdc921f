import type { ReactNode } from 'react';
import type { OverlayStore } from './overlay.ts';
import type { Check } from './use-check.ts';
import type { Draft } from './use-draft.ts';

/** What every face of a scenario is given. It shows `draft.store` and changes it by commands. */
export interface ViewProps {
  draft: Draft;
  check: Check;
  checking: boolean;
  readOnly: boolean;
  /** What to mark on steps and flows. */
  overlay: OverlayStore;
  /** The chat with the draft, to stand beside. */
  chat: ReactNode;
}
