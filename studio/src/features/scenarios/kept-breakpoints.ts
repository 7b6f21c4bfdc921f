import type { Breakpoint, Breakpoints } from '@scenarium/engine';
import type { DocumentStore } from '../../document/index.ts';
import { withStepId } from './breakpoints.ts';
import type { OverlayStore } from './overlay.ts';

const keyOf = (scenario: string): string => `scenarium.breakpoints.${scenario}`;

/** The breakpoints that this browser remembers of a scenario, as far as what they stand on is still there. */
export function keptBreakpoints(scenario: string, { index }: Pick<DocumentStore, 'index'>): Breakpoints {
  const kept = read(keyOf(scenario));
  return {
    steps: readable(kept?.steps, (id) => index.step(id) !== undefined),
    flows: readable(kept?.flows, (id) => index.flow(id) !== undefined),
  };
}

/** Remembers the breakpoints from now on; they stay on steps that are given another id. Gives the function that ends it. */
export function keepBreakpoints(scenario: string, overlay: OverlayStore, store: DocumentStore): () => void {
  let { breakpoints } = overlay.get();
  const leaveOverlay = overlay.subscribe(() => {
    const now = overlay.get().breakpoints;
    if (now === breakpoints) return;
    breakpoints = now;
    keep(scenario, now);
  });
  let history = store.history();
  const leaveStore = store.subscribe(() => {
    const before = history;
    history = store.history();
    if (history === before) return;
    const isUndone = history.position < before.position;
    const { name, values } = history.entries[history.position - (isUndone ? 0 : 1)] ?? {};
    if (name !== 'step.change-id') return;
    const [id, to] = [String(values?.['id']), String(values?.['to'])];
    overlay.show({ breakpoints: withStepId(overlay.get().breakpoints, isUndone ? { id: to, to: id } : { id, to }) });
  });
  return () => {
    leaveOverlay();
    leaveStore();
  };
}

function keep(scenario: string, { steps, flows }: Breakpoints): void {
  try {
    const kept = { steps: Object.fromEntries(steps), flows: Object.fromEntries(flows) };
    localStorage.setItem(keyOf(scenario), JSON.stringify(kept));
  } catch {
    // The browser has no room left: they stay for as long as the page is open.
  }
}

function read(key: string): { steps?: unknown; flows?: unknown } | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as { steps?: unknown; flows?: unknown } | null;
  } catch {
    return null;
  }
}

function readable(kept: unknown, isThere: (id: string) => boolean): Map<string, Breakpoint> {
  const entries = Object.entries((kept ?? {}) as Record<string, unknown>);
  return new Map(entries.flatMap(([id, one]) => (isThere(id) && isObject(one) ? [[id, breakpointOf(one)]] : [])));
}

function breakpointOf({ condition, isOff }: Record<string, unknown>): Breakpoint {
  return {
    ...(typeof condition === 'string' && condition !== '' && { condition }),
    ...(isOff === true && { isOff: true as const }),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
