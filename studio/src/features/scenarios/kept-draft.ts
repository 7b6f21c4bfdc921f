import { loadScenario, type Scenario } from '@scenarium/language';

/** Work that the server does not have yet, kept in the browser: a window that dies takes nothing along. */
export interface KeptDraft {
  /** The revision of the draft that it was made from. */
  revision: number;
  document: Scenario;
  /** What was typed as a text and is no scenario yet. */
  typed: string | null;
}

const keyOf = (scenario: string): string => `scenarium.draft.${scenario}`;

export function keepDraft(scenario: string, draft: KeptDraft): void {
  try {
    localStorage.setItem(keyOf(scenario), JSON.stringify(draft));
  } catch {
    // The browser has no room left: it is still in this window, and closing that asks first.
  }
}

/** What an earlier window left behind; null where there is nothing, or nothing that can be read. */
export function keptDraft(scenario: string): KeptDraft | null {
  const kept = read(keyOf(scenario));
  if (typeof kept?.revision !== 'number') return null;
  const loading = loadScenario(kept.document);
  if (!loading.ok) return null;
  const typed = typeof kept.typed === 'string' ? kept.typed : null;
  return { revision: kept.revision, document: loading.scenario, typed };
}

/** The server has it, or nobody wants it. */
export const forgetDraft = (scenario: string): void => localStorage.removeItem(keyOf(scenario));

function read(key: string): Partial<KeptDraft> | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<KeptDraft> | null;
  } catch {
    return null;
  }
}
