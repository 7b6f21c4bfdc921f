import type { Graph, Node } from '../graph.ts';

const CATEGORIES = new Set(['Chains', 'Agents', 'Engine', 'Multi Agents', 'Sequential Agents']);
/** Parts of a team or of a sequence that only steer it. */
const STEERING = new Set(['seqStart', 'seqEnd', 'seqLoop', 'seqState', 'seqCondition', 'seqToolNode', 'worker']);

/** A chatflow has a few; the rest of a file that is made to be slow is left out. */
const MOST = 50;

/** Is it what gives an answer? */
export function isRunner({ category, name }: Node): boolean {
  return CATEGORIES.has(category) && !STEERING.has(name);
}

/** The nodes that answer, each after those that it reads; engines that serve another as a tool are its parts. */
export function runnersInOrder(graph: Graph): Node[] {
  const all = graph.nodes.filter(isRunner);
  const served = new Set(all.flatMap((node) => servedBy(node, graph)));
  const own = all.filter((node) => !served.has(node));
  const ordered = new Set<Node>();
  const visit = (node: Node, seen: ReadonlySet<string>): void => {
    const before = own.filter((other) => other !== node && seen.size < MOST && feeders(node, graph).has(other.id));
    for (const other of before)
      if (!ordered.has(other) && !seen.has(other.id)) visit(other, new Set([...seen, node.id]));
    ordered.add(node);
  };
  for (const node of own.slice(0, MOST)) if (!ordered.has(node)) visit(node, new Set());
  return [...ordered];
}

/** Everything that leads to a chain or an agent without another of them between. */
export function servedBy(runner: Node, { nodes, into }: Graph): Node[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const served = new Set<Node>();
  const inOrder = [runner];
  for (const node of inOrder) {
    for (const { from } of into(node.id)) {
      const source = byId.get(from);
      if (!source || source === runner || served.has(source)) continue;
      if (isRunner(source) && source.category !== 'Engine') continue;
      served.add(source);
      inOrder.push(source);
    }
  }
  return [...served];
}

/** Whatever reaches a node, through whatever lies between. */
function feeders(node: Node, { into }: Graph): Set<string> {
  const reached = new Set([node.id]);
  for (const id of reached) for (const { from } of into(id)) reached.add(from);
  return reached;
}
