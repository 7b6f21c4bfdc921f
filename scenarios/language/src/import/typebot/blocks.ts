import type { Area } from '../arrange.ts';
import { dataOf, listOf, pointOf, textOf, type Data } from '../values.ts';

/** A block of the source, and the next one of its group. */
export interface Block {
  id: string;
  type: string;
  data: Data;
  options: Data;
  title: string;
  area: Area;
  /** Id of the arrow that leaves it, if one does. */
  edge: string | undefined;
  next: Block | undefined;
  previous: Block | undefined;
}

export interface Blocks {
  all: Block[];
  /** The block at which an arrow into a group arrives. */
  at(target: { group?: string | undefined; block?: string | undefined }): Block | undefined;
  /** Where an arrow leads; undefined where there is no such arrow. */
  edge(id: string): { group?: string | undefined; block?: string | undefined } | undefined;
}

/** The blocks of a Typebot file by their groups. */
export function readBlocks(source: Data): Blocks {
  const groups = new Map<string, Block[]>();
  const byId = new Map<string, Block>();
  const all: Block[] = [];
  for (const group of listOf(source['groups'])) {
    const inside = readGroup(group);
    groups.set(textOf(group['id']) ?? '', inside);
    for (const block of inside) byId.set(block.id, block);
    for (const block of inside) all.push(block);
  }
  const edges = new Map(listOf(source['edges']).map((edge) => [textOf(edge['id']) ?? '', dataOf(edge['to'])]));
  return {
    all,
    at: ({ group, block }) => (block === undefined ? undefined : byId.get(block)) ?? groups.get(group ?? '')?.[0],
    edge(id) {
      const to = edges.get(id);
      return to && { group: textOf(to['groupId']), block: textOf(to['blockId']) };
    },
  };
}

function readGroup(group: Data): Block[] {
  const area = pointOf(group['graphCoordinates']);
  const title = textOf(group['title']) ?? '';
  const inside = listOf(group['blocks']).map((data, i): Block => ({
    id: textOf(data['id']) ?? `${textOf(group['id']) ?? 'group'}-${i}`,
    type: textOf(data['type']) ?? '',
    data,
    options: dataOf(data['options']),
    title,
    area,
    edge: textOf(data['outgoingEdgeId']),
    next: undefined,
    previous: undefined,
  }));
  inside.forEach((block, i) => {
    block.next = inside[i + 1];
    block.previous = inside[i - 1];
  });
  return inside;
}
