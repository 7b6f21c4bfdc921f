import { useMemo, type DragEvent } from 'react';
import { CARD } from '../project/geometry.ts';
import { useSession, type Choice } from '../session.ts';
import { elementAt } from './element-at.ts';

/** What a step of the palette is while it is being dragged. */
export const DRAGGED = 'application/x-scenarium-step';

/** Takes steps that are dropped from the palette: onto a flow they go into it. */
export function useDropping() {
  const session = useSession();
  return useMemo(() => {
    const { add, flow, target } = session;
    const isStep = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(DRAGGED);
    const under = ({ clientX: x, clientY: y }: DragEvent): string | undefined =>
      elementAt({ x, y }, '.react-flow__edge')?.dataset['id'];
    return {
      onDragOver(event: DragEvent) {
        if (!isStep(event)) return;
        event.preventDefault();
        target.set(under(event) ?? null);
      },
      onDragLeave: () => target.set(null),
      onDrop(event: DragEvent) {
        if (!isStep(event)) return;
        event.preventDefault();
        const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
        const at = { x: x - CARD.width / 2, y: y - CARD.head / 2 };
        add(JSON.parse(event.dataTransfer.getData(DRAGGED)) as Choice, { at, flow: under(event) });
        target.set(null);
      },
    };
  }, [session]);
}
