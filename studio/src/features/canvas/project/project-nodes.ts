import { Position, type Node } from '@xyflow/react';
import type { DocumentIndex, Point } from '../../../document/index.ts';
import { cardOf, type Card, type Severity } from './card.ts';
import { CARD, heightOf, portMiddle } from './geometry.ts';

export type StepNode = Node<Card & Record<string, unknown>, 'step'>;

export interface Surroundings {
  locale: string;
  severities: ReadonlyMap<string, Severity>;
  /** Where steps lie that have no place of their own. */
  places: Readonly<Record<string, Point>>;
}

/** What a node was made of: while all of it is the same, so is the node. */
interface Known {
  made: readonly unknown[];
  node: StepNode;
}

/**
 * Makes the nodes of the canvas. A node stays the very same object while nothing it shows has changed, so that only changed cards are
 * drawn again.
 */
export function createProjection(): (index: DocumentIndex, around: Surroundings) => StepNode[] {
  let known = new Map<string, Known>();
  return (index, { locale, severities, places }) => {
    const next = new Map<string, Known>();
    const starts = startsOf(index);
    const fallback = index.get('head', 'fallback');
    const nodes = index.keys('steps').map((id) => {
      const step = index.step(id)!;
      const card = {
        locale,
        starts: starts.get(id) ?? NONE,
        isFallback: fallback === id,
        severity: severities.get(id),
      };
      const place = index.get('layout', id) ?? places[id] ?? ORIGIN;
      const before = known.get(id);
      const shown = cardOf(index, step, card);
      const made = [step, shown.summary, exitsKey(shown), card.starts.join(), card.isFallback, card.severity];
      const isSame = before !== undefined && before.made.every((value, i) => value === made[i]);
      const data = isSame ? before.node.data : (shown as StepNode['data']);
      const { x, y } = before?.node.position ?? {};
      const node = isSame && x === place.x && y === place.y ? before.node : nodeOf(id, data, place);
      next.set(id, { made, node });
      return node;
    });
    known = next;
    return nodes;
  };
}

const NONE: readonly string[] = [];
const ORIGIN: Point = { x: 0, y: 0 };

function exitsKey({ main, rows }: Card): string {
  return [main, ...rows].map((exit) => `${exit?.name}|${exit?.caption}|${exit?.isConnected}|${exit?.isRequired}`).join('¦');
}

function startsOf(index: DocumentIndex): Map<string, string[]> {
  const starts = new Map<string, string[]>();
  for (const id of index.keys('triggers')) {
    const trigger = index.get('triggers', id)!;
    const words =
      trigger.type === 'command' ? `/${trigger.command}` : trigger.type === 'event' ? trigger.event : `:${trigger.type}`;
    starts.set(trigger.step, [...(starts.get(trigger.step) ?? []), words]);
  }
  return starts;
}

function nodeOf(id: string, data: StepNode['data'], position: Point): StepNode {
  const hasSummary = data.summary !== '';
  const height = heightOf({ hasSummary, rows: data.rows.length });
  const port = (name: string, type: 'source' | 'target', middle: number) => ({
    id: name,
    type,
    position: type === 'source' ? Position.Right : Position.Left,
    x: (type === 'source' ? CARD.width : 0) - CARD.port / 2,
    y: middle - CARD.port / 2,
    width: CARD.port,
    height: CARD.port,
  });
  return {
    id,
    type: 'step',
    position,
    data,
    width: CARD.width,
    height,
    handles: [
      port('in', 'target', portMiddle(-1, hasSummary)),
      ...(data.main ? [port('next', 'source', portMiddle(-1, hasSummary))] : []),
      ...data.rows.map(({ name }, row) => port(name, 'source', portMiddle(row, hasSummary))),
    ],
  };
}
