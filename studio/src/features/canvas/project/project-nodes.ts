import { Position, type Node } from '@xyflow/react';
import type { Flow, Step, Text } from '@scenarium/language';
import type { DocumentIndex, Point } from '../../../document/index.ts';
import type { NoteNode } from '../notes/note-node.ts';
import { cardOf, type Around, type Card, type Severity } from './card.ts';
import { CARD, heightOf, portMiddle } from './geometry.ts';

export type StepNode = Node<Card & Record<string, unknown>, 'step'>;
/** Whatever lies on the canvas. */
export type CanvasNode = StepNode | NoteNode;

export const isStep = (node: CanvasNode): node is StepNode => node.type === 'step';

export interface Surroundings {
  locale: string;
  severities: ReadonlyMap<string, Severity>;
  /** Where steps lie that have no place of their own. */
  places: Readonly<Record<string, Point>>;
}

/** What a node was made of: while all of it is the same, so is the node. */
interface Known {
  step: Step;
  flows: readonly Flow[];
  around: Around;
  /** The texts that the card read. */
  texts: ReadonlyMap<string, Text | undefined>;
  node: StepNode;
}

/**
 * Makes the nodes of the canvas. A node stays the very same object while nothing it shows has changed, so that only changed cards are
 * drawn again; a card that did not change costs a few comparisons.
 */
export function createProjection(): (index: DocumentIndex, around: Surroundings) => StepNode[] {
  let known = new Map<string, Known>();
  return (index, { locale, severities, places }) => {
    const next = new Map<string, Known>();
    const starts = startsOf(index);
    const fallback = index.get('head', 'fallback');
    const textOf = (id: string): Text | undefined => index.text(locale, id);
    const nodes = index.keys('steps').map((id) => {
      const step = index.step(id) as Step;
      const flows = index.flowsFrom(id);
      const around = { starts: starts.get(id) ?? NONE, isFallback: fallback === id, severity: severities.get(id) };
      const place = index.get('layout', id) ?? places[id] ?? ORIGIN;
      const before = known.get(id);
      const isSame = before?.step === step && before.flows === flows && isShown(before, around, textOf);
      const entry = isSame ? before : madeOf({ step, flows, around, textOf });
      if (entry.node.position.x !== place.x || entry.node.position.y !== place.y)
        entry.node = { ...entry.node, position: { x: place.x, y: place.y } };
      next.set(id, entry);
      return entry.node;
    });
    known = next;
    return nodes;
  };
}

const NONE: readonly string[] = [];
const ORIGIN: Point = { x: 0, y: 0 };

function isShown({ around, texts }: Known, now: Around, textOf: (id: string) => Text | undefined): boolean {
  return (
    around.severity === now.severity &&
    around.isFallback === now.isFallback &&
    around.starts.join() === now.starts.join() &&
    [...texts].every(([id, text]) => textOf(id) === text)
  );
}

function madeOf({
  step,
  flows,
  around,
  textOf,
}: Pick<Known, 'step' | 'flows' | 'around'> & { textOf(id: string): Text | undefined }): Known {
  const texts = new Map<string, Text | undefined>();
  const card = cardOf(step, around, {
    taken: new Set(flows.map(({ on }) => on)),
    textOf: (id) => {
      texts.set(id, textOf(id));
      return texts.get(id);
    },
  });
  return { step, flows, around, texts, node: nodeOf(step.id, card as StepNode['data']) };
}

function startsOf(index: DocumentIndex): Map<string, string[]> {
  const starts = new Map<string, string[]>();
  for (const id of index.keys('triggers')) {
    const trigger = index.get('triggers', id);
    if (!trigger) continue;
    const words =
      trigger.type === 'command'
        ? `/${trigger.command}`
        : trigger.type === 'event'
          ? trigger.event
          : `:${trigger.type}`;
    starts.set(trigger.step, [...(starts.get(trigger.step) ?? []), words]);
  }
  return starts;
}

function nodeOf(id: string, data: StepNode['data']): StepNode {
  const hasSummary = data.summary !== '';
  const size = { width: CARD.width, height: heightOf({ hasSummary, rows: data.rows.length }) };
  const port = (name: string, type: 'source' | 'target', row: number) => ({
    id: name,
    type,
    position: type === 'source' ? Position.Right : Position.Left,
    x: (type === 'source' ? CARD.width : 0) - CARD.port / 2,
    y: portMiddle(row, hasSummary) - CARD.port / 2,
    width: CARD.port,
    height: CARD.port,
  });
  return {
    id,
    type: 'step',
    position: ORIGIN,
    data,
    ...size,
    measured: size,
    handles: [
      port('in', 'target', -1),
      ...(data.main ? [port('next', 'source', -1)] : []),
      ...data.rows.map(({ name }, row) => port(name, 'source', row)),
    ],
  };
}
