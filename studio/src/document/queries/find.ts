import type { DocumentIndex } from '../editing/document-index.ts';
import type { Owner } from '../references/uses.ts';

/** A place that holds what was looked for: `excerpt` is the text around it, `steps` where to go on the canvas. */
export interface Hit {
  in: Owner | { kind: 'variable' | 'note'; id: string };
  path: (string | number)[];
  excerpt: string;
  steps: string[];
}

const MOST = 200;
const AROUND = 40;

/**
 * Finds a text in ids, names and settings of steps, conditions, texts of every language, variables, and notes. Upper and lower case are one, ё
 * is е; ids and names that begin with it come first.
 *
 * @example find(store.index, 'заказ')[0] // { in: { kind: 'text', locale: 'ru', id: 'ask-order' }, … }
 */
export function find(index: DocumentIndex, wanted: string, most = MOST): Hit[] {
  const needle = plain(wanted.trim());
  if (needle === '') return [];
  const hits = [
    ...stepHits(index, needle),
    ...textHits(index, needle),
    ...flowHits(index, needle),
    ...variableHits(index, needle),
    ...noteHits(index, needle),
  ];
  const rank = ({ excerpt, path }: Hit): number => (path.length > 1 ? 2 : plain(excerpt).startsWith(needle) ? 0 : 1);
  return hits
    .map((hit) => ({ hit, rank: rank(hit) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ hit }) => hit);
}

function* stepHits(index: DocumentIndex, needle: string): Generator<Hit> {
  for (const id of index.keys('steps')) {
    for (const { path, text } of textsIn(index.step(id), needle))
      yield { in: { kind: 'step', id }, path, excerpt: text, steps: [id] };
  }
}

function* textHits(index: DocumentIndex, needle: string): Generator<Hit> {
  for (const locale of index.keys('messages')) {
    for (const [id, message] of Object.entries(index.get('messages', locale) ?? {})) {
      const found = textsIn(message, needle)[0] ?? (plain(id).includes(needle) ? { path: [], text: id } : undefined);
      if (found)
        yield {
          in: { kind: 'text', locale, id },
          path: found.path,
          excerpt: found.text,
          steps: [...index.speakersOf(id)],
        };
    }
  }
}

function* flowHits(index: DocumentIndex, needle: string): Generator<Hit> {
  for (const id of index.keys('flows')) {
    const flow = index.flow(id);
    for (const { path, text } of textsIn({ id, when: flow?.when }, needle))
      yield { in: { kind: 'flow', id }, path, excerpt: text, steps: [flow?.from ?? ''] };
  }
}

function* variableHits(index: DocumentIndex, needle: string): Generator<Hit> {
  for (const id of index.keys('variables')) {
    const [found] = textsIn({ id, description: index.get('variables', id)?.description }, needle);
    if (!found) continue;
    const steps = new Set(index.usesOf(id).flatMap(({ owner }) => (owner.kind === 'step' ? [owner.id] : [])));
    yield { in: { kind: 'variable', id }, path: found.path, excerpt: found.text, steps: [...steps] };
  }
}

function* noteHits(index: DocumentIndex, needle: string): Generator<Hit> {
  for (const id of index.keys('notes')) {
    for (const { path, text } of textsIn({ text: index.get('notes', id)?.text }, needle))
      yield { in: { kind: 'note', id }, path, excerpt: text, steps: [] };
  }
}

function textsIn(
  value: unknown,
  needle: string,
  path: (string | number)[] = [],
): { path: (string | number)[]; text: string }[] {
  if (typeof value === 'string') {
    const at = path.at(-1) === 'type' ? -1 : plain(value).indexOf(needle);
    return at === -1 ? [] : [{ path, text: excerpt(value, at, needle.length) }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    textsIn(item, needle, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function excerpt(text: string, at: number, length: number): string {
  const [start, end] = [Math.max(0, at - AROUND), Math.min(text.length, at + length + AROUND)];
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}
