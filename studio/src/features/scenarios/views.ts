import { lazy, type ComponentType } from 'react';
import { TextView } from './TextView.tsx';
import type { ViewProps } from './view.ts';

const BpmnView = lazy(async () => ({ default: (await import('../bpmn/BpmnView.tsx')).BpmnView }));

/** The faces of a scenario, in the order of their switch; the first is shown first. `key` names its text. */
export const views = {
  text: { key: 'text', View: TextView },
  bpmn: { key: 'bpmn', View: BpmnView },
} as const satisfies Record<string, { key: string; View: ComponentType<ViewProps> }>;

export type ViewName = keyof typeof views;
