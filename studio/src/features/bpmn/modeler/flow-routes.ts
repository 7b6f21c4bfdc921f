import type CroppingConnectionDocking from 'diagram-js/lib/layout/CroppingConnectionDocking';
import { routeFlow } from './route-flow.ts';
import type { Connection, Injector, Shape } from './services.ts';
import type { ScenarioLayouter } from './scenario-layouter.ts';

/** A scenario holds flows without bends: they are drawn around corners from the first, as the editor draws new ones. */
export class FlowRoutes {
  static $inject = ['injector', 'layouter', 'connectionDocking'];
  readonly #layouter: ScenarioLayouter;
  readonly #docking: CroppingConnectionDocking;

  constructor(injector: Injector, layouter: ScenarioLayouter, docking: CroppingConnectionDocking) {
    this.#layouter = layouter;
    this.#docking = docking;
    const bus = injector.get('eventBus');
    let isOpening = false;
    bus.on('import.render.start', () => void (isOpening = true));
    bus.on('import.render.complete', () => void (isOpening = false));
    bus.on('connection.add', ({ element }: { element: Connection }) => {
      if (isOpening) this.route(element);
    });
  }

  /** Gives a flow its bends anew. */
  route(flow: Connection): void {
    const { source, target } = flow;
    const routed = routeFlow(source as Shape, target as Shape);
    flow.waypoints = routed ?? this.#layouter.layoutConnection(flow, { waypoints: [] });
    if (!routed) flow.waypoints = this.#docking.getCroppedWaypoints(flow, source, target);
  }
}
