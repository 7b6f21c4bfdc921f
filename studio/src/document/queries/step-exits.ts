import type { Exit, Flow } from '@scenarium/language';
import type { DocumentIndex } from '../editing/document-index.ts';
import { exitsOf } from '../editing/exits.ts';

/** An exit of a step and the flows that leave by it. */
export interface ConnectedExit extends Exit {
  flows: readonly Flow[];
  /** It has to lead somewhere and does not. */
  isMissing: boolean;
}

/** The exits of a step, connected or not. */
export function stepExits(index: DocumentIndex, id: string): ConnectedExit[] {
  const step = index.step(id);
  if (!step) return [];
  const leaving = index.flowsFrom(id);
  return exitsOf(step).map((exit) => {
    const flows = leaving.filter(({ on }) => on === exit.name);
    return { ...exit, flows, isMissing: exit.required && flows.length === 0 };
  });
}
