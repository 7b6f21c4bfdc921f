import BpmnLayouter, { type BpmnLayoutConnectionHints } from 'bpmn-js/lib/features/modeling/BpmnLayouter';
import type { Point } from '../../../document/index.ts';
import { routeFlow } from './route-flow.ts';
import type { Connection, Shape } from './services.ts';

/** Draws flows around corners: as scenarios have them, and as BPMN has them where that is as good. */
export class ScenarioLayouter extends BpmnLayouter {
  override layoutConnection(connection: Connection, hints: BpmnLayoutConnectionHints = {}): Point[] {
    const { source = connection.source, target = connection.target } = hints;
    return routeFlow(source as Shape, target as Shape) ?? super.layoutConnection(connection, hints);
  }
}
