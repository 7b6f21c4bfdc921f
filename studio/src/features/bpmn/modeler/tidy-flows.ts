import type { Connection, Label } from 'bpmn-js/lib/model/Types';
import { getExternalLabelMid } from 'bpmn-js/lib/util/LabelUtil';
import type BaseLayouter from 'diagram-js/lib/layout/BaseLayouter';
import type { LayoutConnectionHints } from 'diagram-js/lib/layout/BaseLayouter';
import type CroppingConnectionDocking from 'diagram-js/lib/layout/CroppingConnectionDocking';
import { routeForward } from './route-forward.ts';
import type { Injector, Shape } from './services.ts';

const MOST = 2_000;
const ANEW = { waypoints: [] } as LayoutConnectionHints;

/** A file of ours holds flows as straight lines: when it is opened they are drawn around corners, as the editor draws new ones. */
export class TidyFlows {
  static $inject = ['injector', 'layouter', 'connectionDocking'];

  constructor(injector: Injector, layouter: BaseLayouter, docking: CroppingConnectionDocking) {
    const bus = injector.get('eventBus');
    bus.on('import.render.complete', () => {
      const flows = injector.get('elementRegistry').filter((element) => 'waypoints' in element) as Connection[];
      if (flows.length > MOST) return;
      for (const flow of flows) {
        const { source, target } = flow;
        const forward = routeForward(source as Shape, target as Shape);
        flow.waypoints = forward ?? layouter.layoutConnection(flow, ANEW);
        if (!forward) flow.waypoints = docking.getCroppedWaypoints(flow, source, target);
        const drawn = flow.di.waypoint as { $parent?: unknown }[] | undefined;
        const factory = injector.get('bpmnFactory');
        flow.di.waypoint = factory.createDiWaypoints(flow.waypoints);
        for (const point of flow.di.waypoint) point.$parent = drawn?.[0]?.$parent ?? flow.di;
        bus.fire('element.changed', { element: flow });
        for (const label of flow.labels as Label[]) {
          const { x, y } = getExternalLabelMid(flow);
          Object.assign(label, { x: Math.round(x - label.width / 2), y: Math.round(y - label.height / 2) });
          bus.fire('element.changed', { element: label });
        }
      }
    });
  }
}
