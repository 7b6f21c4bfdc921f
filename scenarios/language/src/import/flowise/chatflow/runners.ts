import type { Graph, Node } from '../graph.ts';

const CATEGORIES = new Set(['Chains', 'Agents', 'Engine', 'Multi Agents', 'Sequential Agents']);
/** Parts of a team or of a sequence that only steer it. */
const STEERING = new Set(['seqStart', 'seqEnd', 'seqLoop', 'seqState', 'seqCondition', 'seqToolNode', 'worker']);

/** Is it what gives an answer? */
export function isRunner({ category, name }: Node): boolean {
  return CATEGORIES.has(category) && !STEERING.has(name);
}

/** The nodes that answer, each after those that it reads; engines that serve another as a tool are its parts. */
export function runnersInOrder(graph: Graph): Node[] {
  const all = graph.nodes.filter(isRunner);
  const own = all.filter(
    (node) =>
      node.category !== 'Engine' || !all.some((other) => other !== node && servedBy(other, graph).includes(node)),
  );
  const ordered: Node[] = [];
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const before of own) if (before !== node && feeds(before, node, graph)) visit(before);
    ordered.push(node);
  };
  own.forEach(visit);
  return ordered;
}

/** The nodes that only this one uses or shares with others: everything that leads to it without another chain or agent between. */
export function servedBy(runner: Node, { nodes, edges }: Graph): Node[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const served = new Set<Node>();
  const inOrder = [runner];
  for (const node of inOrder) {
    for (const { from, to } of edges) {
      const source = to === node.id ? byId.get(from) : undefined;
      if (!source || source === runner || served.has(source)) continue;
      if (isRunner(source) && source.category !== 'Engine') continue;
      served.add(source);
      inOrder.push(source);
    }
  }
  return [...served];
}

/** Does what one node gives reach another, through whatever lies between? */
function feeds(before: Node, node: Node, { edges }: Graph): boolean {
  const reached = new Set([before.id]);
  for (const id of reached) for (const { from, to } of edges) if (from === id) reached.add(to);
  return reached.has(node.id);
}
