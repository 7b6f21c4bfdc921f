import type { NodeChange } from '@xyflow/react';
import { useMemo } from 'react';
import { createValue, type Value } from '../../../api/value.ts';
import { connect, done, reconnectFlow } from '../../../document/index.ts';
import { boxesOf } from '../project/boxes-of.ts';
import { CARD } from '../project/geometry.ts';
import type { CanvasNode } from '../project/project-nodes.ts';
import { useSession, type Session } from '../session.ts';
import { elementAt } from './element-at.ts';
import { guidesFor, type Guides } from './guides-for.ts';

export type Lines = Omit<Guides, 'position'>;
const NO_LINES: Lines = {};

/** Moves cards: one alone is drawn to others, and goes into the flow on which it is let go. */
export function useDragging(): Dragging {
  const session = useSession();
  return useMemo(() => createDragging(session), [session]);
}

interface Dragging {
  lines: Value<Lines>;
  snap(changes: NodeChange<CanvasNode>[]): NodeChange<CanvasNode>[];
  stop(nodes: readonly CanvasNode[]): void;
}

function createDragging({ store, flow, move, target, refuse }: Session): Dragging {
  const lines = createValue(NO_LINES);

  /** The changes, with a card that is dragged alone drawn to its neighbours. */
  function snap(changes: NodeChange<CanvasNode>[]): NodeChange<CanvasNode>[] {
    const [only, ...others] = changes.filter((one) => one.type === 'position' && one.dragging === true);
    if (only?.type !== 'position' || !only.position || others.length > 0) return changes;
    const boxes = boxesOf(flow.getNodes());
    const box = boxes.find(({ id }) => id === only.id);
    if (!box) return changes;
    const { position, ...next } = guidesFor({ ...box, ...only.position }, boxes);
    lines.set(next);
    target.set(isLoose(box.id) ? (flowUnder(position) ?? null) : null);
    return changes.map((one) => (one === only ? { ...only, position } : one));
  }

  const isLoose = (id: string): boolean =>
    store.index.flowsFrom(id).length === 0 && store.index.flowsTo(id).length === 0;

  function flowUnder({ x, y }: CanvasNode['position']): string | undefined {
    const middle = flow.flowToScreenPosition({ x: x + CARD.width / 2, y: y + CARD.head });
    return elementAt(middle, '.react-flow__edge')?.dataset['id'];
  }

  function putInto(into: string, step: string): void {
    const to = store.index.flow(into)?.to;
    if (to === undefined) return;
    const outcome = store.transaction('flow.reconnect', () => {
      const led = store.execute(reconnectFlow({ flow: into, to: step }));
      if (!led.ok) return led;
      const joined = store.execute(connect({ from: step, to }));
      return joined.ok ? done() : joined;
    });
    if (!outcome.ok) refuse(outcome.problem);
  }

  function stop(nodes: readonly CanvasNode[]): void {
    const into = target.get();
    lines.set(NO_LINES);
    target.set(null);
    if (nodes.length === 0) return;
    move(Object.fromEntries(nodes.map(({ id, position }) => [id, position])));
    if (into !== null && nodes[0]) putInto(into, nodes[0].id);
  }

  return { lines, snap, stop };
}
