import { lazy, type ComponentType } from 'react';
import { TextView } from './TextView.tsx';
import type { ViewProps } from './view.ts';

const GraphView = lazy(async () => ({ default: (await import('../canvas/GraphView.tsx')).GraphView }));
const BpmnView = lazy(async () => ({ default: (await import('../bpmn/BpmnView.tsx')).BpmnView }));

/** The faces of a scenario, in the order of their switch; the first is shown first. `key` names its text. */
export const views = {
  graph: { key: 'graph', View: GraphView },
  bpmn: { key: 'bpmn', View: BpmnView },
  text: { key: 'text', View: TextView },
} as const satisfies Record<string, { key: string; View: ComponentType<ViewProps> }>;

export type ViewName = keyof typeof views;
