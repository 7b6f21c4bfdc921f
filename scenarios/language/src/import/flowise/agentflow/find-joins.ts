import type { Edge, Graph } from '../graph.ts';

/** Nodes where branches meet that one exit led to at once: each comes from a branch of its own. */
export function findJoins({ nodes, from: leaving, into }: Graph): string[] {
  const forks = nodes.flatMap(({ id }) => {
    const exits = Map.groupBy(leaving(id), ({ exit }) => exit);
    return [...exits.values()].filter(({ length }) => length > 1);
  });
  const joins = new Set<string>();
  for (const branches of forks.slice(0, 50)) {
    const reached = branches.map(({ to }) => reachedFrom(to, leaving));
    for (const { id } of nodes) {
      const own = into(id)
        .map(({ from }) => reached.flatMap((set, i) => (set.has(from) ? [i] : [])))
        .filter(({ length }) => length === 1)
        .map(([branch]) => branch);
      if (new Set(own).size > 1) joins.add(id);
    }
  }
  return [...joins];
}

function reachedFrom(start: string, leaving: (node: string) => readonly Edge[]): Set<string> {
  const reached = new Set([start]);
  for (const id of reached) for (const { to } of leaving(id)) reached.add(to);
  return reached;
}
