import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type { Element, Injector, Shape } from './services.ts';

/** A start without a step starts nothing: a new one leads to the nearest step at once. */
export class ConnectStarts extends CommandInterceptor {
  static override $inject = ['eventBus', 'injector'];

  constructor(eventBus: EventBus, injector: Injector) {
    super(eventBus);
    this.postExecuted('shape.create', ({ context }: { context: { shape: Shape } }) => {
      const { shape } = context;
      if (shape.type !== 'bpmn:StartEvent' || shape.outgoing.length > 0) return;
      const [nearest] = stepsIn(injector).toSorted((a, b) => distance(shape, a) - distance(shape, b));
      if (nearest) injector.get('modeling').connect(shape, nearest);
    });
  }
}

function stepsIn(injector: Injector): Shape[] {
  const elsewhere = ['bpmn:StartEvent', 'bpmn:BoundaryEvent', 'bpmn:TextAnnotation'];
  return injector
    .get('elementRegistry')
    .filter((one) => isShape(one as Element) && !elsewhere.includes((one as Element).type)) as Shape[];
}

function isShape({ parent, labelTarget, waypoints }: Element): boolean {
  return parent !== undefined && !labelTarget && !waypoints;
}

function distance(a: Shape, b: Shape): number {
  return Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
}
