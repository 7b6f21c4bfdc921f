import { load, type CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import { cleanText } from './clean-text.ts';
import type { Block } from './read-document.ts';
import { tableLines } from './table-lines.ts';

const NOISE =
  'script,style,noscript,template,svg,iframe,object,embed,nav,footer,aside,form,button,input,select,[hidden],[aria-hidden=true]';
const CONTAINERS = new Set([
  'div',
  'section',
  'article',
  'main',
  'body',
  'html',
  'header',
  'figure',
  'details',
  'center',
  'td',
  'th',
]);

/** What an HTML page says: its main part, under its headings, without navigation, forms and scripts. Nothing is fetched. */
export function readHtml(source: string): { title: string; blocks: Block[] } {
  const $ = load(source);
  const title = cleanText($('title').first().text()) || cleanText($('h1').first().text());
  $(NOISE).remove();
  const main = $('main, article, [role=main]').first();
  const root = main.length > 0 && cleanText(main.text()).length > 200 ? main : $('body');
  const reader = new HtmlReader($);
  for (const node of root.contents().toArray()) reader.visit(node);
  return { title, blocks: reader.finish() };
}

/** Walks through a page and collects its blocks. */
class HtmlReader {
  readonly #$: CheerioAPI;
  readonly #blocks: Block[] = [];
  readonly #headings: { level: number; text: string }[] = [];
  /** Text between block elements. */
  #loose = '';

  constructor($: CheerioAPI) {
    this.#$ = $;
  }

  visit(node: AnyNode): void {
    if (node.type === 'text') this.#loose += node.data;
    if (node.type !== 'tag') return;
    const name = node.name.toLowerCase();
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level !== undefined) return this.#heading(Number(level), node);
    if (name === 'table') return this.#table(node);
    if (name === 'ul' || name === 'ol' || name === 'dl') return this.#list(node);
    if (name === 'br') this.#loose += '\n';
    else if (CONTAINERS.has(name)) {
      this.#flush();
      for (const child of node.children) this.visit(child);
      this.#flush();
    } else if (['p', 'pre', 'blockquote', 'address', 'summary', 'figcaption'].includes(name)) {
      this.#flush();
      this.#add('text', this.#textOf(node));
    } else this.#loose += this.#textOf(node);
  }

  finish(): Block[] {
    this.#flush();
    return this.#blocks;
  }

  #heading(level: number, node: Element): void {
    this.#flush();
    const text = cleanText(this.#textOf(node)).replaceAll('\n', ' ');
    while ((this.#headings.at(-1)?.level ?? 0) >= level) this.#headings.pop();
    if (text) this.#headings.push({ level, text });
  }

  #list(node: Element): void {
    this.#flush();
    const items = this.#$(node)
      .find('li, dt, dd')
      .toArray()
      .filter((item) => this.#$(item).find('li, dt, dd').length === 0 || this.#$(item).children('ul,ol').length > 0)
      .map((item) => {
        const own = this.#$(item).clone();
        own.find('ul,ol').remove();
        return cleanText(own.text()).replaceAll('\n', ' ');
      })
      .filter(Boolean);
    this.#add('list', items.map((item) => `• ${item}`).join('\n'));
  }

  /** Row by row with the names of the columns, so that a row makes sense alone. */
  #table(node: Element): void {
    this.#flush();
    const caption = cleanText(this.#$(node).find('caption').first().text());
    const rows = this.#$(node)
      .find('tr')
      .toArray()
      .map((row) =>
        this.#$(row)
          .children('th,td')
          .toArray()
          .map((cell) => cleanText(this.#textOf(cell)).replaceAll('\n', ' ')),
      );
    for (const line of tableLines(rows)) this.#add('table', caption ? `${caption}. ${line}` : line);
  }

  #textOf(node: Element): string {
    const copy = this.#$(node).clone();
    copy.find('br').replaceWith('\n');
    return copy.text();
  }

  #flush(): void {
    const text = this.#loose;
    this.#loose = '';
    this.#add('text', text);
  }

  #add(kind: Block['kind'], raw: string): void {
    const text = cleanText(raw);
    if (text) this.#blocks.push({ headings: this.#headings.map((heading) => heading.text), text, kind });
  }
}
