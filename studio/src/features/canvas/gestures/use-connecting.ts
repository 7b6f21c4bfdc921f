import type { Connection, FinalConnectionState } from '@xyflow/react';
import { useMemo } from 'react';
import { connect, reconnectFlow } from '../../../document/index.ts';
import { CARD } from '../project/geometry.ts';
import type { FlowEdge } from '../project/project-edges.ts';
import { useSession } from '../session.ts';
import { elementAt, pointOf } from './element-at.ts';

/** Joins steps by dragging: to a port, to anywhere on a card, or to empty space, where the palette opens. */
export function useConnecting() {
  const session = useSession();
  return useMemo(() => {
    const { execute, openPalette, flow } = session;
    return {
      onConnect({ source, sourceHandle, target }: Connection) {
        execute(connect({ from: source, to: target, ...(sourceHandle !== null && { on: sourceHandle }) }));
      },
      onConnectEnd(event: MouseEvent | TouchEvent, { isValid, fromNode, fromHandle }: FinalConnectionState) {
        if (isValid || !fromNode || !fromHandle?.id) return;
        const after = { from: fromNode.id, on: fromHandle.id };
        const pointer = pointOf(event);
        const to = elementAt(pointer, '.react-flow__node')?.dataset['id'];
        if (to !== undefined) return void execute(connect({ ...after, to }));
        const { x, y } = flow.screenToFlowPosition(pointer);
        openPalette({ pointer, at: { x, y: y - CARD.head / 2 }, after });
      },
      onReconnect({ id }: FlowEdge, { source, sourceHandle, target }: Connection) {
        execute(
          reconnectFlow({ flow: id, from: source, to: target, ...(sourceHandle !== null && { on: sourceHandle }) }),
        );
      },
    };
  }, [session]);
}
