import type GraphicsFactory from 'diagram-js/lib/core/GraphicsFactory';
import type { Element, Injector } from './services.ts';

/** Flows pass behind steps: no name is struck through. */
export class FlowsBehind {
  static $inject = ['injector', 'graphicsFactory'];

  constructor(injector: Injector, graphics: GraphicsFactory) {
    injector.get('eventBus').on('import.render.complete', () => {
      const children = injector.get('canvas').getRootElement().children as Element[];
      children.sort((a, b) => Number(!a.waypoints) - Number(!b.waypoints));
      graphics.updateContainments(children);
    });
  }
}
