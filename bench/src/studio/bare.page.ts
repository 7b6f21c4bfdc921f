// The floor: React Flow alone with as many nodes as the query says, connected in rows, nothing else on the page.
import { ReactFlow, type Edge, type Node } from '@xyflow/react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const count = Number(new URLSearchParams(location.search).get('nodes'));
const defaultNodes: Node[] = Array.from({ length: count }, (_, i) => ({
  id: `n${i}`,
  position: { x: (i % 40) * 320, y: Math.floor(i / 40) * 260 },
  data: {},
}));
const defaultEdges: Edge[] = defaultNodes.slice(1).map(({ id }, i) => ({ id: `e${i}`, source: `n${i}`, target: id }));

const root = document.createElement('div');
root.style.height = '100vh';
document.body.append(root);
createRoot(root).render(
  createElement(ReactFlow, { defaultNodes, defaultEdges, onlyRenderVisibleElements: true, minZoom: 0.1 }),
);
