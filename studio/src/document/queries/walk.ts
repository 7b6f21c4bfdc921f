import type { DocumentIndex } from '../editing/document-index.ts';

/** Ids of every step a run may come to from here, the nearest first; the start only where a loop leads back to it. */
export function downstream(index: DocumentIndex, id: string): string[] {
  return walk(id, (step) => index.flowsFrom(step).map(({ to }) => to));
}

/** Ids of every step from which a run may come here, the nearest first. */
export function upstream(index: DocumentIndex, id: string): string[] {
  return walk(id, (step) => index.flowsTo(step).map(({ from }) => from));
}

/** Ids of the steps one flow away. */
export function neighbours(index: DocumentIndex, id: string): { before: string[]; after: string[] } {
  return {
    before: [...new Set(index.flowsTo(id).map(({ from }) => from))],
    after: [...new Set(index.flowsFrom(id).map(({ to }) => to))],
  };
}

function walk(start: string, next: (id: string) => string[]): string[] {
  const seen = new Set<string>();
  let front = [start];
  while (front.length > 0) {
    const reached: string[] = [];
    for (const id of front.flatMap(next)) {
      if (seen.has(id)) continue;
      seen.add(id);
      reached.push(id);
    }
    front = reached;
  }
  return [...seen];
}
