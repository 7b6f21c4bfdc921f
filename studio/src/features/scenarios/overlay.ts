/** What is marked on the steps and flows of a scenario, in every view of it: a play of the draft, coverage, or a comparison. */
export type Mark =
  'passed' | 'waiting' | 'failed' | 'stopped' | 'covered' | 'uncovered' | 'added' | 'removed' | 'changed';

export interface Overlay {
  steps: ReadonlyMap<string, Mark>;
  flows: ReadonlyMap<string, Mark>;
  /** Steps before which a play stops. */
  breakpoints: ReadonlySet<string>;
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
  breakpoints: new Set(),
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
  toggleBreakpoint(step: string): void;
  /** Begins a play at a step. Null where nobody plays. */
  playFrom: ((step: string) => void) | null;
}

export function createOverlay(): OverlayStore {
  let overlay = EMPTY;
  const listeners = new Set<() => void>();
  const show = (change: Partial<Overlay>): void => {
    overlay = { ...overlay, ...change };
    for (const listener of listeners) listener();
  };
  return {
    get: () => overlay,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show,
    toggleBreakpoint(step) {
      const breakpoints = new Set(overlay.breakpoints);
      if (!breakpoints.delete(step)) breakpoints.add(step);
      show({ breakpoints });
    },
    playFrom: null,
  };
}
