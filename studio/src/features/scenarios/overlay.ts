import type { Breakpoint, Breakpoints } from '@scenarium/engine';
import { NO_BREAKPOINTS, withBreakpoint, type BreakpointPlace } from './breakpoints.ts';

/** What is marked on the steps and flows of a scenario, in every view of it: a play of the draft, coverage, or a comparison. */
export type Mark =
  'passed' | 'waiting' | 'failed' | 'stopped' | 'covered' | 'uncovered' | 'added' | 'removed' | 'changed';

export interface Overlay {
  steps: ReadonlyMap<string, Mark>;
  flows: ReadonlyMap<string, Mark>;
  /** Where a play stops. */
  breakpoints: Breakpoints;
  /** A few words beside a step, e.g. how often it was reached. */
  badges: ReadonlyMap<string, string>;
  /** The step that the play went to last: a view may follow it. */
  latest: string | null;
  /** Names of others who are at a step. */
  others: ReadonlyMap<string, string>;
  /** How many threads of comments are open at a step. */
  threads: ReadonlyMap<string, number>;
}

const EMPTY: Overlay = {
  steps: new Map(),
  flows: new Map(),
  breakpoints: NO_BREAKPOINTS,
  badges: new Map(),
  latest: null,
  others: new Map(),
  threads: new Map(),
};

/** Stands beside a scenario while it is open; nothing in it is part of the document. */
export interface OverlayStore {
  get(): Overlay;
  subscribe(listener: () => void): () => void;
  /** Marks anew what is named; the rest stays. */
  show(change: Partial<Overlay>): void;
  /** Puts a breakpoint somewhere instead of the one that is there; undefined takes it away. */
  setBreakpoint(place: BreakpointPlace, breakpoint: Breakpoint | undefined): void;
  toggleBreakpoint(place: BreakpointPlace): void;
  /** Begins a play at a step. Null where nobody plays. */
  playFrom: ((step: string) => void) | null;
  /** Shows a breakpoint where its condition can be changed. Null where nobody plays. */
  showBreakpoint: ((place: BreakpointPlace) => void) | null;
}

export function createOverlay(breakpoints = NO_BREAKPOINTS): OverlayStore {
  let overlay: Overlay = { ...EMPTY, breakpoints };
  const listeners = new Set<() => void>();
  const show = (change: Partial<Overlay>): void => {
    overlay = { ...overlay, ...change };
    for (const listener of listeners) listener();
  };
  const setBreakpoint: OverlayStore['setBreakpoint'] = (place, breakpoint) =>
    show({ breakpoints: withBreakpoint(overlay.breakpoints, place, breakpoint) });
  return {
    get: () => overlay,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show,
    setBreakpoint,
    toggleBreakpoint: (place) => setBreakpoint(place, overlay.breakpoints[place.table].has(place.id) ? undefined : {}),
    playFrom: null,
    showBreakpoint: null,
  };
}
