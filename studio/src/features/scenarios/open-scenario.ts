import type { Problem } from '@scenarium/language';
import { createValue, type Value } from '../../api/value.ts';
import type { Command, DocumentStore, Outcome } from '../../document/index.ts';
import type { Discussion } from '../comments/discussion.ts';
import type { OverlayStore } from './overlay.ts';

export type SidePart = 'step' | 'chat' | 'comments';

/** What all faces of a scenario share while it is open, among it what is chosen. */
export interface OpenScenario {
  store: DocumentStore;
  overlay: OverlayStore;
  readOnly: boolean;
  /** Ids of the chosen steps. */
  selection: Value<readonly string[]>;
  /** Ids of the chosen flows. */
  flows: Value<readonly string[]>;
  /** Ids of the chosen notes. */
  notes: Value<readonly string[]>;
  /** Which part of the side bar is shown. */
  side: Value<SidePart>;
  discussion: Discussion;
  /** Does a command, and tells why where it refuses. */
  execute<T>(command: Command<T>): Outcome<T>;
  /** Tells why a command was refused. */
  refuse(problem: Problem): void;
  /** Plays the draft from a step, and shows the play. */
  playFrom(step: string): void;
  /** Shows what is said about a step. */
  showThreads(step: string): void;
  /** Chooses steps, and notes with them. */
  select(ids: readonly string[], notes?: readonly string[]): void;
}

const NOBODY: readonly string[] = [];

type Given = Pick<OpenScenario, 'store' | 'overlay' | 'discussion' | 'readOnly' | 'refuse'>;

export function openScenario(given: Given): OpenScenario {
  const { store, overlay, discussion, refuse } = given;
  const [selection, flows, notes] = [createValue(NOBODY), createValue(NOBODY), createValue(NOBODY)];
  const side = createValue<SidePart>('step');
  const select: OpenScenario['select'] = (ids, papers = NOBODY) => {
    selection.set(ids);
    flows.set(NOBODY);
    notes.set(papers);
  };
  return {
    ...given,
    selection,
    flows,
    notes,
    side,
    execute(command) {
      const outcome = store.execute(command);
      if (!outcome.ok) refuse(outcome.problem);
      return outcome;
    },
    playFrom(step) {
      side.set('chat');
      overlay.playFrom?.(step);
    },
    showThreads(step) {
      select([step]);
      discussion.scope.set('step');
      discussion.status.set('open');
      side.set('comments');
    },
    select,
  };
}
