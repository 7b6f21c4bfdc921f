import type { Graph } from '../graph.ts';

/** Nodes where branches meet that one exit led to at once: each comes from a branch of its own. */
export function findJoins({ nodes, edges }: Graph): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const forks = nodes.flatMap(({ id }) => {
    const exits = Map.groupBy(
      edges.filter(({ from }) => from === id),
      ({ exit }) => exit,
    );
    return [...exits.values()].filter(({ length }) => length > 1);
  });
  const joins = new Set<string>();
  for (const branches of forks.slice(0, 50)) {
    const reached = branches.map(({ to }) => reachedFrom(to, next));
    for (const { id } of nodes) {
      const own = edges
        .filter(({ to }) => to === id)
        .map(({ from }) => reached.flatMap((set, i) => (set.has(from) ? [i] : [])))
        .filter(({ length }) => length === 1)
        .map(([branch]) => branch);
      if (new Set(own).size > 1) joins.add(id);
    }
  }
  return [...joins];
}

function reachedFrom(start: string, next: ReadonlyMap<string, string[]>): Set<string> {
  const reached = new Set([start]);
  for (const id of reached) for (const to of next.get(id) ?? []) reached.add(to);
  return reached;
}
