import type { Json } from '@scenarium/language';

/** One thing the engine did, for people and for coverage. `flow` is the id of the flow taken. */
export interface TraceEntry {
  at: number;
  event: string;
  scenario: string;
  step: string;
  token: string;
  kind: 'entered' | 'left' | 'waiting' | 'failed' | 'ignored' | 'missing-text' | 'moved' | 'not-moved';
  exit?: string;
  flow?: string;
  detail?: Json;
}
