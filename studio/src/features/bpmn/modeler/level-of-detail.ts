import type GraphicsFactory from 'diagram-js/lib/core/GraphicsFactory';
import { plainFlow, plainShape } from './plain-shapes.ts';
import type { Connection, Element, Injector, Shape } from './services.ts';

/** Smaller than this nothing can be read. */
export const READABLE = 0.35;
/** Around what is seen, as a share of it: there everything is drawn before somebody comes. */
const AROUND = 0.25;
const AT_ONCE = 80;
const BEFORE_ALL = 2_000;

interface Drawn {
  gfx: SVGElement;
  element: Element;
}

/** Draws in detail what can be read, and everything else as plain shapes until somebody comes near: text is what takes the time. */
export class LevelOfDetail {
  static $inject = ['injector', 'graphicsFactory'];
  readonly #injector: Injector;
  readonly #graphics: GraphicsFactory;
  readonly #detailed = new WeakSet<Element>();
  #seen = { left: 0, top: 0, right: 0, bottom: 0, isReadable: true };
  #next = 0;

  constructor(injector: Injector, graphics: GraphicsFactory) {
    this.#injector = injector;
    this.#graphics = graphics;
    const bus = injector.get('eventBus');
    for (const event of ['render.shape', 'render.connection'])
      bus.on(event, BEFORE_ALL, (_: unknown, { gfx, element }: Drawn) => this.#draw(gfx, element));
    bus.on('canvas.viewbox.changed', () => this.#look());
    bus.on('diagram.destroy', () => cancelAnimationFrame(this.#next));
  }

  /** Undefined where the next renderer has to draw. */
  #draw(gfx: SVGElement, element: Element): SVGElement | undefined {
    // Without a place in the diagram it is the preview of a gesture.
    if (!element.parent || this.#isSeen(element)) {
      this.#detailed.add(element);
      return undefined;
    }
    this.#detailed.delete(element);
    const plain = element.waypoints ? plainFlow(element as Connection) : plainShape(element as Shape);
    gfx.append(plain);
    return plain;
  }

  #look(): void {
    const canvas = this.#injector.get('canvas');
    const { x, y, width, height, scale } = canvas.viewbox();
    const [aside, above] = [width * AROUND, height * AROUND];
    const isReadable = scale >= READABLE;
    this.#seen = { left: x - aside, top: y - above, right: x + width + aside, bottom: y + height + above, isReadable };
    canvas.getContainer().classList.toggle('is-far', !isReadable);
    this.#complete();
  }

  #complete(): void {
    cancelAnimationFrame(this.#next);
    if (!this.#seen.isReadable) return;
    const registry = this.#injector.get('elementRegistry');
    const missing = registry.filter((one) => isDrawn(one) && !this.#detailed.has(one) && this.#isSeen(one));
    for (const element of missing.slice(0, AT_ONCE) as Element[])
      this.#graphics.update(element.waypoints ? 'connection' : 'shape', element, registry.getGraphics(element));
    if (missing.length > AT_ONCE) this.#next = requestAnimationFrame(() => this.#complete());
  }

  #isSeen(element: Element): boolean {
    const { left, top, right, bottom, isReadable } = this.#seen;
    if (!isReadable) return false;
    const [from, to] = cornersOf(element);
    return from.x <= right && to.x >= left && from.y <= bottom && to.y >= top;
  }
}

const isDrawn = (element: unknown): element is Element => (element as Element).parent !== undefined;

function cornersOf(element: Element): [{ x: number; y: number }, { x: number; y: number }] {
  if (!element.waypoints) {
    const { x, y, width, height } = element as Shape;
    return [
      { x, y },
      { x: x + width, y: y + height },
    ];
  }
  const xs = (element as Connection).waypoints.map(({ x }) => x);
  const ys = (element as Connection).waypoints.map(({ y }) => y);
  return [
    { x: Math.min(...xs), y: Math.min(...ys) },
    { x: Math.max(...xs), y: Math.max(...ys) },
  ];
}
