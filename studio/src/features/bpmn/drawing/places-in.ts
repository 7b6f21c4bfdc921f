import type { Scenario } from '@scenarium/language';
import type { Element, ModdleElement, Shape, TypedModeler } from '../modeler/services.ts';
import { thingOf } from '../modeler/thing-of.ts';

/** Where somebody put the steps and starts of a diagram: what stands where it came by itself is not among them. */
export function placesIn(modeler: TypedModeler): NonNullable<Scenario['layout']> {
  const shapes = modeler.get('elementRegistry').filter((one) => !(one as Element).labelTarget) as Shape[];
  const steps = new Set(shapes.flatMap((shape) => (thingOf(shape)?.kind === 'step' ? [thingOf(shape)?.id] : [])));
  return Object.fromEntries(
    shapes.flatMap((shape) => {
      const thing = thingOf(shape);
      const isPlace = thing?.kind === 'step' || (thing?.kind === 'trigger' && !steps.has(thing.id));
      const { x, y } = shape;
      return isPlace && !isByItself(shape) ? [[thing.id, { x, y }] as const] : [];
    }),
  );
}

function isByItself({ x, y, businessObject }: Shape): boolean {
  const values: ModdleElement[] = businessObject.extensionElements?.values ?? [];
  return values.some(({ auto }) => auto === `${x} ${y}`);
}
