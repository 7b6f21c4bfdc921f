import type { Flow } from '../../document/flow.ts';
import type { Step } from '../../steps/index.ts';
import type { Became } from './become.ts';
import { chooseExits, type Leaving, type Outgoing } from './choose-exits.ts';
import { claimIds } from './claim-ids.ts';
import type { Edge, Node } from './drawing.ts';
import { recall } from './recall.ts';
import type { Note } from './remarks.ts';

/** The flows of a drawing in its order, and the variables that conditions of other tools read. */
export function readFlows(
  edges: readonly Edge[],
  became: ReadonlyMap<Node, Became>,
  note: Note,
): { flows: Flow[]; reads: string[] } {
  const land = landing(edges, became);
  const outgoing = edges
    .filter(({ from }) => (became.get(from)?.steps.length ?? 0) > 0)
    .map((edge): Outgoing => ({ edge, recalled: edge.flow && recall(edge.flow, 'Flow', note) }));
  const leaving = leavings(outgoing, became, note);
  const drawn = outgoing.flatMap(({ edge, recalled }) => {
    const left = leaving.get(edge);
    const to = left && land(edge.to);
    if (left && to === undefined) note('flow_dangling', edge.flow);
    return left && to !== undefined ? [{ edge, recalled, left, to }] : [];
  });
  const inner = [...became.values()].flatMap(({ steps }) =>
    steps.slice(1).map((step, i) => ({ from: (steps[i] as Step).id, to: step.id })),
  );
  const ids = claimIds(
    [
      ...drawn.map(({ edge, recalled, left }) => ({
        xmlId: edge.flow?.id ?? `${left.step.id}_out`,
        ...(typeof recalled?.data['id'] === 'string' && {
          stored: recalled.data['id'],
          writtenAs: recalled.of('element'),
        }),
      })),
      ...inner.map(({ from }) => ({ xmlId: `${from}_next` })),
    ],
    'flow',
  );
  return {
    flows: [
      ...drawn.map(({ left, to }, i) => ({
        id: ids[i] as string,
        from: left.step.id,
        to,
        on: left.on,
        ...(left.when !== undefined && { when: left.when }),
      })),
      ...inner.map((flow, i) => ({ id: ids[drawn.length + i] as string, ...flow, on: 'next' })),
    ],
    reads: drawn.flatMap(({ left }) => left.reads ?? []),
  };
}

function leavings(
  outgoing: readonly Outgoing[],
  became: ReadonlyMap<Node, Became>,
  note: Note,
): Map<Edge, Leaving | undefined> {
  const byNode = Map.groupBy(outgoing, ({ edge }) => edge.from);
  const all = new Map<Edge, Leaving | undefined>();
  for (const [node, flows] of byNode) {
    const chosen = chooseExits((became.get(node) as Became).steps, flows, note);
    flows.forEach(({ edge }, i) => all.set(edge, chosen[i]));
  }
  return all;
}

/** The step a flow comes to: what only leads on is walked through. Undefined where that leads in a circle. */
export function landing(edges: readonly Edge[], became: ReadonlyMap<Node, Became>): (node: Node) => string | undefined {
  const next = new Map(edges.filter(({ boundary }) => !boundary).map(({ from, to }) => [from, to]));
  const known = new Map<Node, string | undefined>();
  return (start) => {
    const seen = new Set<Node>();
    let found: string | undefined;
    for (let node: Node | undefined = start; node && !seen.has(node) && found === undefined; node = next.get(node)) {
      found = became.get(node)?.steps[0]?.id ?? known.get(node);
      seen.add(node);
    }
    for (const node of seen) known.set(node, found);
    return found;
  };
}
