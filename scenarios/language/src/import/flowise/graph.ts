import type { Area } from '../arrange.ts';
import { dataOf, listOf, pointOf, textOf, type Data } from '../values.ts';

/** A node of a Flowise file: `name` is its type there. */
export interface Node {
  id: string;
  name: string;
  category: string;
  label: string;
  inputs: Data;
  area: Area;
  /** The node it lies inside of. */
  parent: string | undefined;
}

export interface Edge {
  from: string;
  to: string;
  /** Which of the node's exits it leaves by. */
  exit: number;
}

export interface Graph {
  nodes: Node[];
  /** The edges that leave a node, and those that come into it. */
  from(node: string): readonly Edge[];
  into(node: string): readonly Edge[];
}

const SPREAD = 1.6;

export function readGraph(source: Data): Graph {
  const raw = listOf(source['nodes']);
  const places = new Map(raw.map((node) => [textOf(node['id']) ?? '', pointOf(node['position'])]));
  const edges = listOf(source['edges']).map(readEdge);
  const leaving = Map.groupBy(edges, ({ from }) => from);
  const coming = Map.groupBy(edges, ({ to }) => to);
  return {
    nodes: raw.map((node, i) => readNode(node, { places, i })),
    from: (node) => leaving.get(node) ?? [],
    into: (node) => coming.get(node) ?? [],
  };
}

function readEdge(edge: Data): Edge {
  return {
    from: textOf(edge['source']) ?? '',
    to: textOf(edge['target']) ?? '',
    exit: Number(/-output-(\d{1,3})$/.exec(textOf(edge['sourceHandle']) ?? '')?.[1] ?? 0),
  };
}

function readNode(node: Data, { places, i }: { places: ReadonlyMap<string, Area>; i: number }): Node {
  const data = dataOf(node['data']);
  const parent = textOf(node['parentNode']);
  const base = parent === undefined ? undefined : places.get(parent);
  const { x, y } = pointOf(node['position']);
  return {
    id: textOf(node['id']) ?? `node_${i}`,
    name: textOf(data['name']) ?? textOf(node['type']) ?? '',
    category: textOf(data['category']) ?? '',
    label: textOf(data['label']) ?? '',
    inputs: dataOf(data['inputs']),
    area: { x: Math.round((x + (base?.x ?? 0)) * SPREAD), y: Math.round((y + (base?.y ?? 0)) * SPREAD) },
    parent,
  };
}

/** A list that Flowise keeps as JSON or as the text of it. */
export function arrayOf(value: unknown): Data[] {
  if (typeof value !== 'string') return listOf(value);
  try {
    return listOf(JSON.parse(value));
  } catch {
    return [];
  }
}

/** A note on the drawing: it does nothing. */
export function isNote({ name }: Node): boolean {
  return name === 'stickyNote' || name === 'stickyNoteAgentflow';
}
