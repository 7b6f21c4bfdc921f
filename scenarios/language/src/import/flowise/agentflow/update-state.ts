import { textOf } from '../../values.ts';
import { arrayOf, type Node } from '../graph.ts';
import type { Drawing } from './drawing.ts';

const MOST = 50;

/** What a node puts into the state, as a step after it. */
export function updateState({ inputs }: Node, { add, expression, stateVariable }: Drawing): void {
  const field = Object.keys(inputs).find((key) => key.endsWith('UpdateState'));
  const assign = arrayOf(field && inputs[field]).flatMap(({ key, value }) => {
    const name = textOf(key);
    return name ? [{ variable: stateVariable(name), value: expression(value) }] : [];
  });
  if (assign.length > 0) add({ type: 'set', assign: assign.slice(0, MOST) });
}
