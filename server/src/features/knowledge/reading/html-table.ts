import type { AnyNode, Element } from 'domhandler';
import { cleanText } from './clean-text.ts';
import { htmlText } from './html-text.ts';
import { tableLines } from './table-lines.ts';

const MOST_COLUMNS = 100;
const SECTIONS = new Set(['thead', 'tbody', 'tfoot']);

/** A line for every row of a table, with the names of the columns. A cell over several rows belongs to each of them. */
export function htmlTable(table: Element): string[] {
  const rows = gridOf(rowsOf(table));
  const captions = table.children.filter((node) => node.type === 'tag' && node.name === 'caption').map(oneLine);
  const [first = []] = rows;
  // A first row of one cell says what the table is about.
  if (rows.length > 2 && first.length > 1 && new Set(first).size === 1) captions.push(rows.shift()?.[0] ?? '');
  const caption = captions.filter(Boolean).join('. ');
  return tableLines(rows).map((line) => (caption ? `${caption}. ${line}` : line));
}

/** Tables that arrange a page hold headings or other tables. */
export function isLayout(table: Element): boolean {
  return rowsOf(table).some((row) => row.some(({ children }) => children.some(arranges)));
}

function arranges(node: AnyNode): boolean {
  if (node.type !== 'tag') return false;
  return node.name === 'table' || /^h[1-6]$/.test(node.name) || node.children.some(arranges);
}

/** Its own rows, not those of tables inside. */
function rowsOf(table: Element): Element[][] {
  return table.children
    .flatMap((node) => (node.type === 'tag' && SECTIONS.has(node.name) ? node.children : [node]))
    .filter((node): node is Element => node.type === 'tag' && node.name === 'tr')
    .map((row) =>
      row.children.filter((node): node is Element => node.type === 'tag' && (node.name === 'td' || node.name === 'th')),
    );
}

function gridOf(rows: Element[][]): string[][] {
  const grid: string[][] = [];
  let reaching: { text: string; rows: number }[] = [];
  for (const [number, cells] of rows.entries()) {
    const row: string[] = [];
    const below: typeof reaching = [];
    const put = (text: string, further: number): void => {
      if (further > 0) below[row.length] = { text, rows: further };
      row.push(text);
    };
    const takeReaching = (): void => {
      for (let one = reaching[row.length]; one; one = reaching[row.length]) put(one.text, one.rows - 1);
    };
    for (const cell of cells) {
      takeReaching();
      const text = oneLine(cell);
      for (let i = 0; i < spanOf(cell, 'colspan') && row.length < MOST_COLUMNS; i += 1)
        put(i === 0 || number === 0 ? text : '', spanOf(cell, 'rowspan') - 1);
    }
    takeReaching();
    reaching = below;
    grid.push(row);
  }
  return grid;
}

function spanOf(cell: Element, name: string): number {
  return Math.min(Math.max(Number.parseInt(cell.attribs[name] ?? '1', 10) || 1, 1), MOST_COLUMNS);
}

function oneLine(node: AnyNode): string {
  return cleanText(htmlText(node)).replace(/\n+/g, ' ');
}
