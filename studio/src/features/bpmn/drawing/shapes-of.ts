import type { Element, Shape, TypedModeler } from '../modeler/services.ts';
import { stepOf } from '../modeler/thing-of.ts';

/** The shapes of the steps, by their ids. */
export function shapesOf(modeler: TypedModeler): Map<string, Shape> {
  const shapes = modeler.get('elementRegistry').filter((one) => !(one as Element).labelTarget) as Shape[];
  return new Map(
    shapes.flatMap((shape) => {
      const id = stepOf(shape);
      return id === undefined ? [] : [[id, shape] as const];
    }),
  );
}
