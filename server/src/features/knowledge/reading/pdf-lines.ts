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

/** A gap of so many letter heights is the gap between two columns of a table. */
const COLUMN_GAP = 1;

/** The lines of a page in reading order. */
export function pageLines(items: readonly unknown[]): Line[] {
  const rows: { y: number; items: Item[] }[] = [];
  for (const item of items as Item[]) {
    if (typeof item.str !== 'string' || item.str.trim() === '') continue;
    const y = yOf(item);
    const row = rows.at(-1);
    const near = row && Math.abs(row.y - y) < Math.max(sizeOf(item) * 0.4, 1) ? row : undefined;
    if (near) near.items.push(item);
    else rows.push({ y, items: [item] });
  }
  return merged(rows)
    .map(({ y, items: inRow }) => toLine(y, inRow))
    .filter(({ text }) => text !== '');
}

/** Cells of one row of a table may come one below the other: rows at the same height are one. */
function merged(rows: { y: number; items: Item[] }[]): { y: number; items: Item[] }[] {
  const byHeight = new Map<number, { y: number; items: Item[] }>();
  for (const row of rows) {
    const key = Math.round(row.y);
    const known = byHeight.get(key) ?? byHeight.get(key - 1) ?? byHeight.get(key + 1);
    if (known) known.items.push(...row.items);
    else byHeight.set(key, { y: row.y, items: [...row.items] });
  }
  return [...byHeight.values()].sort((a, b) => b.y - a.y);
}

function toLine(y: number, items: Item[]): Line {
  const sorted = items.toSorted((a, b) => xOf(a) - xOf(b));
  const size = Math.round(Math.max(...sorted.map(sizeOf)) * 2) / 2;
  const cells: string[] = [''];
  let end = -Infinity;
  for (const item of sorted) {
    const gap = xOf(item) - end;
    if (end > -Infinity && gap > size * COLUMN_GAP) cells.push('');
    else if (end > -Infinity && gap > size * 0.15 && !/\s$/.test(cells.at(-1) ?? '') && !/^\s/.test(item.str))
      cells[cells.length - 1] += ' ';
    cells[cells.length - 1] += item.str;
    end = xOf(item) + item.width;
  }
  const clean = cells.map((cell) => cleanText(cell).replaceAll('\n', ' ')).filter(Boolean);
  // A bullet stands apart from its text, and is no cell.
  const isBullet = clean.length > 1 && /^([•◦▪·–—-]|\d{1,2}[.)])$/.test(clean[0] ?? '');
  const whole = isBullet ? [`${clean[0]} ${clean[1]}`, ...clean.slice(2)] : clean;
  return { text: whole.join(' '), cells: whole, y, size };
}

const xOf = ({ transform }: Item): number => transform[4] ?? 0;
const yOf = ({ transform }: Item): number => transform[5] ?? 0;
const sizeOf = ({ height, transform }: Item): number => height || Math.abs(transform[3] ?? 0);
