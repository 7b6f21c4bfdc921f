import type { DocumentIndex } from '../editing/document-index.ts';

/** Ids of the steps that read and that write a variable. A step reads what its texts read and what decides its flows. */
export function stepsUsing(index: DocumentIndex, variable: string): { reading: string[]; writing: string[] } {
  const [reading, writing] = [new Set<string>(), new Set<string>()];
  for (const { owner, access } of index.usesOf(variable)) {
    const steps =
      owner.kind === 'step'
        ? [owner.id]
        : owner.kind === 'flow'
          ? [index.flow(owner.id)?.from ?? '']
          : index.speakersOf(owner.id);
    for (const step of steps) (access === 'write' ? writing : reading).add(step);
  }
  return { reading: [...reading], writing: [...writing] };
}
