import { getDocumentProxy } from 'unpdf';
import { cleanText } from './clean-text.ts';
import { DocumentError } from './document-error.ts';
import { pageLines, type Line } from './pdf-lines.ts';
import type { Block, ReadLimits } from './read-document.ts';
import { tableLines } from './table-lines.ts';

/** Lines this much larger than most are headings. */
const HEADING = 1.08;
const LONGEST_HEADING = 150;
/** A line that is on so many of the pages, page numbers aside, is a running title. */
const RUNNING = 0.5;

/** What a PDF says, page by page: lines joined to paragraphs, larger lines as headings, running titles left out. */
export async function readPdf(
  bytes: Uint8Array,
  limits: ReadLimits,
): Promise<{ title: string; blocks: Block[]; pages: number }> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes)).catch((error: unknown) => {
    const { name, message } = error as Error;
    throw name === 'PasswordException'
      ? new DocumentError('document_encrypted')
      : new DocumentError('document_unreadable', message.slice(0, 200));
  });
  if (pdf.numPages > limits.pages) throw new DocumentError('document_too_long', `${pdf.numPages} pages`);
  const pages: Line[][] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const lines = pageLines((await page.getTextContent()).items);
    page.cleanup();
    characters += lines.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > limits.characters) throw new DocumentError('document_too_long', `${characters} characters`);
    pages.push(lines);
  }
  const info = ((await pdf.getMetadata().catch(() => null))?.info ?? {}) as { Title?: unknown };
  const blocks = toBlocks(withoutRunningTitles(pages));
  const title = typeof info.Title === 'string' ? cleanText(info.Title) : '';
  return { title: title || (blocks[0]?.headings[0] ?? ''), blocks, pages: pdf.numPages };
}

function withoutRunningTitles(pages: Line[][]): Line[][] {
  if (pages.length < 3) return pages;
  const counts = new Map<string, number>();
  for (const lines of pages)
    for (const key of new Set(edges(lines).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const isRunning = (line: Line): boolean => (counts.get(keyOf(line)) ?? 0) > pages.length * RUNNING;
  return pages.map((lines) => {
    const edge = new Set(edges(lines));
    return lines.filter((line) => !(edge.has(line) && isRunning(line)));
  });
}

function edges(lines: Line[]): Line[] {
  return [...lines.slice(0, 3), ...lines.slice(-3)];
}

function keyOf({ text }: Line): string {
  return text.replace(/\d+/g, '#');
}

function toBlocks(pages: Line[][]): Block[] {
  const usual = usualSize(pages.flat());
  const compounds = compoundsOf(pages.flat());
  const blocks: (Block & { rows?: string[][] })[] = [];
  const headings: { size: number; text: string }[] = [];
  pages.forEach((lines, number) => {
    let open: (Block & { rows?: string[][] }) | null = null;
    let before: Line | null = null;
    for (const line of lines) {
      const isHeading = line.size > usual * HEADING && line.text.length <= LONGEST_HEADING && line.cells.length === 1;
      if (isHeading) {
        const last = headings.at(-1);
        // A heading of two lines.
        if (before && open === null && last && last.size === line.size && isNext(before, line))
          last.text += ` ${line.text}`;
        else {
          while ((headings.at(-1)?.size ?? Infinity) <= line.size) headings.pop();
          headings.push({ size: line.size, text: line.text });
        }
        open = null;
        before = line;
        continue;
      }
      const kind: Block['kind'] =
        line.cells.length > 1 ? 'table' : /^([•◦▪·–—-]|\d{1,2}[.)]) ?/.test(line.text) ? 'list' : 'text';
      const goesOn: boolean = open !== null && before !== null && continues(open, { before, line, kind });
      if (open && goesOn) {
        open.text = joined(open, line, { kind, compounds });
        open.rows?.push(line.cells);
      } else {
        open = {
          headings: headings.map(({ text }) => text),
          text: textOf(line, kind),
          kind,
          page: number + 1,
          ...(kind === 'table' && { rows: [line.cells] }),
        };
        blocks.push(open);
      }
      before = line;
    }
  });
  return blocks
    .map(({ rows, ...block }) => ({ ...block, text: cleanText(rows ? tableText(rows) : block.text) }))
    .filter(({ text }) => text !== '');
}

function isNext(before: Line, line: Line): boolean {
  return Math.abs(before.y - line.y) < line.size * 2;
}

/** Does a line belong to the block before it? */
function continues(open: Block, { before, line, kind }: { before: Line; line: Line; kind: Block['kind'] }): boolean {
  const gap = before.y - line.y;
  const isClose = gap > 0 && gap < Math.max(before.size, line.size) * 1.75;
  if (kind === 'table' || open.kind === 'table') return kind === open.kind && gap < line.size * 4;
  if (kind === 'list') return open.kind === 'list' && isClose;
  return isClose;
}

function joined(
  open: Block,
  line: Line,
  { kind, compounds }: { kind: Block['kind']; compounds: ReadonlySet<string> },
): string {
  if (kind !== 'text') return `${open.text}\n${textOf(line, kind)}`;
  const broken = /(\p{L}+)-$/u.exec(open.text)?.[1];
  if (broken === undefined || !/^\p{Ll}/u.test(line.text)) return `${open.text} ${line.text}`;
  return compounds.has(broken.toLowerCase()) ? open.text + line.text : open.text.slice(0, -1) + line.text;
}

/** First parts of words that have a hyphen where no line ends: at the end of a line they keep it. */
function compoundsOf(lines: Line[]): Set<string> {
  const parts = lines.flatMap(({ text }) =>
    [...text.matchAll(/(\p{L}+)-\p{L}/gu)].map(([, part = '']) => part.toLowerCase()),
  );
  return new Set(parts);
}

function textOf({ text, cells }: Line, kind: Block['kind']): string {
  if (kind === 'table') return cells.join('; ');
  return kind === 'list' ? text.replace(/^[•◦▪·–—-] ?/, '• ') : text;
}

/** Rows with the names of their columns, where all rows have the columns of the first. */
function tableText(rows: string[][]): string {
  const [names = []] = rows;
  const isWhole = rows.length > 1 && rows.every((row) => row.length === names.length);
  return (isWhole ? tableLines(rows) : rows.map((row) => row.join('; '))).join('\n');
}

/** The size that most characters have. */
function usualSize(lines: Line[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) counts.set(size, (counts.get(size) ?? 0) + text.length);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
