import type { Problem } from '@scenarium/language';
import { createValue, type Value } from '../../api/value.ts';
import type { Command, DocumentStore, Outcome } from '../../document/index.ts';
import type { BreakpointPlace } from './breakpoints.ts';
import type { OverlayStore } from './overlay.ts';

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
  side: Value<'step' | 'chat'>;
  /** Does a command, and tells why where it refuses. */
  execute<T>(command: Command<T>): Outcome<T>;
  /** Tells why a command was refused. */
  refuse(problem: Problem): void;
  /** Plays the draft from a step, and shows the play. */
  playFrom(step: string): void;
  /** Shows the breakpoint at a place beside the play; where there is none it is put there. */
  showBreakpoint(place: BreakpointPlace): void;
  /** Chooses steps, and notes with them. */
  select(ids: readonly string[], notes?: readonly string[]): void;
  /** Chooses flows. */
  selectFlows(ids: readonly string[]): void;
}

const NOBODY: readonly string[] = [];

export function openScenario(given: Pick<OpenScenario, 'store' | 'overlay' | 'readOnly' | 'refuse'>): OpenScenario {
  const { store, overlay, refuse } = given;
  const [selection, flows, notes] = [createValue(NOBODY), createValue(NOBODY), createValue(NOBODY)];
  const side = createValue<'step' | 'chat'>('step');
  const choose = (...ids: [steps: readonly string[], flows: readonly string[], notes: readonly string[]]): void =>
    [selection, flows, notes].forEach((chosen, i) => chosen.set(ids[i] ?? NOBODY));
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
    showBreakpoint(place) {
      if (!overlay.get().breakpoints[place.table].has(place.id)) overlay.toggleBreakpoint(place);
      side.set('chat');
      overlay.showBreakpoint?.(place);
    },
    select: (ids, papers = NOBODY) => choose(ids, NOBODY, papers),
    selectFlows: (ids) => choose(NOBODY, ids, NOBODY),
  };
}
