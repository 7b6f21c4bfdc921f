import { MarkerType, ReactFlow, SelectionMode, type NodeChange } from '@xyflow/react';
import { useEffect, useMemo, useRef, type MouseEvent } from 'react';
import { GuideLines } from './gestures/GuideLines.tsx';
import { useConnecting } from './gestures/use-connecting.ts';
import { useDragging } from './gestures/use-dragging.ts';
import { useDropping } from './gestures/use-dropping.ts';
import { lastImport } from '../scenarios/last-import.ts';
import { useDistance } from './look/distance.ts';
import { Dots } from './look/Dots.tsx';
import { edgeTypes, nodeTypes } from './look/types.ts';
import { useMoving } from './look/use-moving.ts';
import { Overview } from './overview/Overview.tsx';
import type { FlowEdge } from './project/project-edges.ts';
import type { CanvasNode } from './project/project-nodes.ts';
import { showFirst } from './show-first.ts';
import { useSession, type MenuPlace, type Session } from './session.ts';
import { useEdges } from './use-edges.ts';
import { useNodes } from './use-nodes.ts';

const KEYS = ['Shift', 'Control', 'Meta'];
const MIDDLE_BUTTON = [1];
const EDGE = { markerEnd: { type: MarkerType.ArrowClosed, width: 15, height: 15 } };

/** The steps and flows of a scenario, and what can be done to them with a pointer. */
export function Canvas() {
  const session = useSession();
  const { nodes, change } = useNodes();
  const edges = useEdges();
  const dragging = useDragging();
  const isHand = session.tool.use() === 'hand';
  const { readOnly } = session;
  const isNear = useDistance() === 'near';
  const connecting = useConnecting();
  const dropping = useDropping();
  const isReady = nodes !== null;
  const imported = lastImport(session.store);
  useEffect(() => {
    if (isReady) void showFirst(session);
  }, [isReady]);
  useEffect(() => {
    if (isReady && imported) void showFirst(session);
  }, [imported]);

  const pointing = useMemo(() => pointingIn(session), [session]);
  const canvas = useRef<HTMLDivElement>(null);
  const { stop: stand, ...moving } = useMoving(canvas);
  const carrying = useMemo(() => {
    const stop = (moved: readonly CanvasNode[]): void => {
      stand();
      dragging.stop(moved);
      session.settle();
    };
    return {
      onNodesChange: (changes: NodeChange<CanvasNode>[]) => change(dragging.snap(changes)),
      onNodeDragStop: (_: unknown, __: unknown, moved: readonly CanvasNode[]) => stop(moved),
      onSelectionDragStop: (_: unknown, moved: readonly CanvasNode[]) => stop(moved),
    };
  }, [change, dragging, session, stand]);

  return (
    <ReactFlow<CanvasNode, FlowEdge>
      ref={canvas}
      nodes={nodes ?? NONE}
      edges={nodes ? edges.edges : NO_EDGES}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      defaultEdgeOptions={EDGE}
      onEdgesChange={edges.change}
      {...moving}
      {...carrying}
      {...pointing}
      {...(readOnly ? {} : { ...connecting, ...dropping })}
      nodesDraggable={!readOnly}
      nodesConnectable={!readOnly}
      edgesReconnectable={!readOnly && isNear}
      nodesFocusable={false}
      edgesFocusable={false}
      disableKeyboardA11y
      deleteKeyCode={null}
      multiSelectionKeyCode={KEYS}
      selectionOnDrag={!isHand}
      selectionMode={SelectionMode.Partial}
      panOnDrag={isHand ? true : MIDDLE_BUTTON}
      panOnScroll
      zoomOnDoubleClick={false}
      connectionRadius={28}
      nodeDragThreshold={3}
      minZoom={0.05}
      maxZoom={2}
      onlyRenderVisibleElements
      elevateNodesOnSelect={false}
    >
      <Dots />
      <Overview nodes={nodes ?? NONE} />
      <GuideLines lines={dragging.lines} />
    </ReactFlow>
  );
}

const NONE: CanvasNode[] = [];
const NO_EDGES: FlowEdge[] = [];

/** What the pointer does beside moving things. The very same handlers every time: React Flow tells all it draws of another one. */
function pointingIn(session: Session) {
  const openMenu = (event: MouseEvent | globalThis.MouseEvent, on: MenuPlace['on'], id = ''): void => {
    event.preventDefault();
    session.menu.set({ pointer: { x: event.clientX, y: event.clientY }, on, id });
  };
  return {
    onNodeContextMenu(event: MouseEvent, { id, selected, type }: CanvasNode) {
      if (!selected) session.goTo(id);
      openMenu(event, type, id);
    },
    onEdgeContextMenu: (event: MouseEvent, { id }: FlowEdge) => openMenu(event, 'flow', id),
    onPaneContextMenu: (event: MouseEvent | globalThis.MouseEvent) => openMenu(event, 'canvas'),
    onNodeDoubleClick: (_: unknown, { id, type }: CanvasNode) =>
      type === 'note' ? session.write(id) : session.edit(id),
    onPaneClick: () => session.menu.set(null),
    onDoubleClick(event: MouseEvent) {
      if (!(event.target as Element).classList.contains('react-flow__pane')) return;
      session.openPalette(session.spot());
    },
    onMouseMove: (event: MouseEvent) => session.point({ x: event.clientX, y: event.clientY }),
    onMouseLeave: () => session.point(null),
  };
}
