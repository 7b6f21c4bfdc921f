import { cleanText } from './clean-text.ts';

/** A line of a page. `y` grows upwards; `cells`: what stands apart in it, as in a table. */
export interface Line {
  text: string;
  cells: string[];
  y: number;
  size: number;
}

/** A piece of text as pdf.js gives it: `transform` ends with its place. */
interface Item {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

/** A stretch of text in a line, and where it begins. */
interface Cell {
  text: string;
  x: number;
}

interface RawLine {
  cells: Cell[];
  y: number;
  size: number;
}

/** A gap of so many letter heights is the gap between two columns of a table. */
const COLUMN_GAP = 1;
/** Lines nearer to each other than so many letter heights may be one row of a table whose cells are broken. */
const ROW_GAP = 1.8;

/** The lines of a page in reading order; a row of a table is one line however its cells are broken. */
export function pageLines(items: readonly unknown[]): Line[] {
  const rows: { y: number; items: Item[] }[] = [];
  for (const item of items as Item[]) {
    if (typeof item.str !== 'string' || item.str.trim() === '') continue;
    const y = yOf(item);
    const row = rows.find((one) => Math.abs(one.y - y) < Math.max(sizeOf(item) * 0.3, 1));
    if (row) row.items.push(item);
    else rows.push({ y, items: [item] });
  }
  const lines = rows.sort((a, b) => b.y - a.y).map(({ y, items: inRow }) => toLine(y, inRow));
  return clusters(lines.filter(({ cells }) => cells.length > 0)).flatMap((cluster) =>
    cluster.some(({ cells }) => cells.length > 1) ? [tableRow(cluster)] : cluster.map(plainLine),
  );
}

/** Lines that stand close together. Larger letters begin something new. */
function clusters(lines: RawLine[]): RawLine[][] {
  const all: RawLine[][] = [];
  for (const line of lines) {
    const cluster = all.at(-1);
    const before = cluster?.at(-1);
    if (cluster && before && before.size === line.size && before.y - line.y < line.size * ROW_GAP) cluster.push(line);
    else all.push([line]);
  }
  return all;
}

function plainLine({ cells, y, size }: RawLine): Line {
  const text = cells.map((cell) => cell.text).join(' ');
  return { text, cells: [text], y, size };
}

/** Cells that begin at the same place are one cell. */
function tableRow(cluster: RawLine[]): Line {
  const [{ size }] = cluster as [RawLine];
  const columns: Cell[] = [];
  for (const { text, x } of cluster.flatMap(({ cells }) => cells)) {
    const column = columns.find((one) => Math.abs(one.x - x) < size);
    if (column) column.text += ` ${text}`;
    else columns.push({ text, x });
  }
  const cells = columns.sort((a, b) => a.x - b.x).map(({ text }) => text);
  return { text: cells.join(' '), cells, y: Math.min(...cluster.map(({ y }) => y)), size };
}

function toLine(y: number, items: Item[]): RawLine {
  const sorted = items.toSorted((a, b) => xOf(a) - xOf(b));
  const size = Math.round(Math.max(...sorted.map(sizeOf)) * 2) / 2;
  const cells: Cell[] = [];
  let end = -Infinity;
  for (const item of sorted) {
    const gap = xOf(item) - end;
    const cell = cells.at(-1);
    if (!cell || gap > size * COLUMN_GAP) cells.push({ text: item.str, x: xOf(item) });
    else cell.text += gap > size * 0.15 && !/\s$/.test(cell.text) && !/^\s/.test(item.str) ? ` ${item.str}` : item.str;
    end = xOf(item) + item.width;
  }
  const clean = cells
    .map(({ text, x }) => ({ text: cleanText(text).replaceAll('\n', ' '), x }))
    .filter(({ text }) => text !== '');
  const [first, second, ...rest] = clean;
  // A bullet stands apart from its text, and is no cell.
  if (first && second && /^([•◦▪·–—-]|\d{1,2}[.)])$/.test(first.text))
    return { cells: [{ text: `${first.text} ${second.text}`, x: first.x }, ...rest], y, size };
  return { cells: clean, y, size };
}

const xOf = ({ transform }: Item): number => transform[4] ?? 0;
const yOf = ({ transform }: Item): number => transform[5] ?? 0;
const sizeOf = ({ height, transform }: Item): number => height || Math.abs(transform[3] ?? 0);
