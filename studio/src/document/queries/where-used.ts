import type { DocumentIndex } from '../editing/document-index.ts';
import type { Use } from '../references/uses.ts';

/** Every place that reads or writes a variable. */
export function whereUsed(index: DocumentIndex, variable: string): Use[] {
  return index.usesOf(variable);
}
