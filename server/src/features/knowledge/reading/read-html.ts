import type { AnyNode, Element } from 'domhandler';
import { cleanText } from './clean-text.ts';
import { htmlTable, isLayout } from './html-table.ts';
import { htmlText, isBlock, rawText } from './html-text.ts';
import { mainPart } from './main-part.ts';
import { openHtml } from './open-html.ts';
import type { Block } from './read-document.ts';

const LISTS = new Set(['ul', 'ol', 'dl', 'menu']);
const ITEMS = new Set(['li', 'dt', 'dd']);
/** An item with a heading and so much more text, in characters, is a section. */
const SECTION = 40;

/** What an HTML page says: its main part, under its headings, without navigation, forms and scripts. Nothing is fetched. */
export function readHtml(source: string): { title: string; blocks: Block[] } {
  const $ = openHtml(source);
  const title = cleanText($('title').first().text()) || cleanText($('h1').first().text());
  const reader = new HtmlReader();
  for (const node of mainPart($).contents().toArray()) reader.visit(node);
  return { title, blocks: reader.finish() };
}

/** Walks through a page and collects its blocks. */
class HtmlReader {
  readonly #blocks: Block[] = [];
  readonly #headings: { level: number; text: string }[] = [];
  /** Text between block elements. */
  #loose = '';

  visit(node: AnyNode): void {
    if (node.type === 'text') this.#loose += htmlText(node);
    if (node.type !== 'tag') return;
    const level = /^h([1-6])$/.exec(node.name)?.[1];
    if (level !== undefined) return this.#heading(Number(level), node);
    if (node.name === 'br') this.#loose += '\n';
    else if (node.name === 'pre') this.#code(node);
    else if (LISTS.has(node.name)) this.#list(node);
    else if (node.name === 'table' && !isLayout(node)) this.#table(node);
    else {
      if (isBlock(node)) this.#flush();
      for (const child of node.children) this.visit(child);
      if (isBlock(node)) this.#flush();
    }
  }

  finish(): Block[] {
    this.#flush();
    return this.#blocks;
  }

  #heading(level: number, node: Element): void {
    this.#flush();
    const text = oneLine(htmlText(node));
    while ((this.#headings.at(-1)?.level ?? 0) >= level) this.#headings.pop();
    if (text) this.#headings.push({ level, text });
  }

  #list(node: Element): void {
    this.#flush();
    let lines: string[] = [];
    const end = (): void => {
      this.#add('list', lines.join('\n'));
      lines = [];
    };
    const take = (inside: AnyNode, level: number): void => {
      if (!('children' in inside)) return;
      for (const child of inside.children) {
        if (child.type === 'tag' && ITEMS.has(child.name) && isSection(child)) {
          end();
          for (const part of child.children) this.visit(part);
          this.#flush();
          continue;
        }
        const isItem = child.type === 'tag' && ITEMS.has(child.name);
        // What lies beside the items is text of the list, too.
        const isStray = level === 0 && !isItem && !holdsItems(child);
        const text = isItem || isStray ? oneLine(htmlText(child, LISTS)) : '';
        if (text) lines.push(`${level === 0 ? '•' : '◦'} ${text}`);
        if (!isStray) take(child, isItem ? level + 1 : level);
      }
    };
    take(node, 0);
    end();
  }

  /** Row by row with the names of the columns, so that a row makes sense alone. */
  #table(node: Element): void {
    this.#flush();
    const lines = htmlTable(node);
    for (const line of lines) this.#add('table', line);
    if (lines.length === 0) this.#add('text', htmlText(node));
  }

  /** Lines keep how far they stand to the right. */
  #code(node: Element): void {
    this.#flush();
    const lines = rawText(node)
      .split(/\r?\n/)
      .map((line) => (/^[ \t]*/.exec(line)?.[0] ?? '') + cleanText(line))
      .filter((line) => line.trim());
    if (lines.length > 0) this.#push('code', lines.join('\n'));
  }

  #flush(): void {
    const text = this.#loose;
    this.#loose = '';
    this.#add('text', text);
  }

  #add(kind: Block['kind'], raw: string): void {
    const text = cleanText(raw);
    if (text) this.#push(kind, text);
  }

  #push(kind: Block['kind'], text: string): void {
    this.#blocks.push({ headings: this.#headings.map((heading) => heading.text), text, kind });
  }
}

function holdsItems(node: AnyNode): boolean {
  return (
    'children' in node &&
    node.children.some((child) => (child.type === 'tag' && ITEMS.has(child.name)) || holdsItems(child))
  );
}

/** An item with a table, with code, or with a heading and what stands under it. */
function isSection(item: Element): boolean {
  const inside = (node: AnyNode): Element[] =>
    'children' in node
      ? node.children.flatMap((child) =>
          child.type === 'tag' && !LISTS.has(child.name) ? [child, ...inside(child)] : [],
        )
      : [];
  const all = inside(item);
  if (all.some(({ name }) => name === 'table' || name === 'pre')) return true;
  const heading = all.find(({ name }) => /^h[1-6]$/.test(name));
  return heading !== undefined && htmlText(item).length > htmlText(heading).length + SECTION;
}

function oneLine(text: string): string {
  return cleanText(text).replace(/\n+/g, ' ');
}
