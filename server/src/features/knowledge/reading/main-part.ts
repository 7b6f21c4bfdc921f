import type { Cheerio, CheerioAPI } from 'cheerio';
import type { AnyNode } from 'domhandler';

const NEVER = 'head,script,style,noscript,template,svg,iframe,object,embed,nav,footer,input,select,textarea';
const HIDDEN = '[hidden]:not([hidden=until-found]),[aria-hidden=true],[style*="display:none"],[style*="display: none"]';
/** What a visitor can open. */
const QUESTION = 'h1,h2,h3,h4,h5,h6,summary,dt,[aria-controls],[aria-expanded]';
const PARTS = ['main,[role=main]', 'article'];
/** Characters. A form with more is a page in a form. */
const FORM = 500;
/** A part that has less of the text beside links is not the main one, or not the only one. */
const MOST = 0.8;

/**
 * The main part of a page: what its author marked as such if it holds nearly all the text, else the whole page. Before that the page
 * loses menus, forms, scripts, and what is hidden for good; panels that a visitor can open stay.
 */
export function mainPart($: CheerioAPI): Cheerio<AnyNode> {
  removeNoise($);
  const body: Cheerio<AnyNode> = $('body').length > 0 ? $('body') : $.root();
  const all = weightOf(body);
  for (const selector of PARTS) {
    const parts = $(selector).toArray();
    if (parts.length === 0) continue;
    const part: Cheerio<AnyNode> = $(commonAncestor(parts));
    if (weightOf(part) >= all * MOST) return part;
  }
  return body;
}

function removeNoise($: CheerioAPI): void {
  $(NEVER).remove();
  const opened = new Set(
    $('[aria-controls]')
      .toArray()
      .flatMap((one) => ($(one).attr('aria-controls') ?? '').split(/\s+/)),
  );
  $(HIDDEN)
    .filter((_i, one) => $(one).attr('role') !== 'tabpanel' && !opened.has($(one).attr('id') ?? ''))
    .remove();
  $('aside')
    .filter((_i, one) => $(one).closest('main,[role=main],article').length === 0)
    .remove();
  $('button')
    .filter((_i, one) => $(one).closest(QUESTION).length === 0)
    .remove();
  $('form')
    .filter((_i, one) => $(one).text().replace(/\s+/g, ' ').length < FORM)
    .remove();
}

/** Characters that are no link: menus are links. */
function weightOf(part: Cheerio<AnyNode>): number {
  const length = (text: string): number => text.replace(/\s+/g, '').length;
  return length(part.text()) - length(part.find('a').text());
}

function commonAncestor([first, ...others]: AnyNode[]): AnyNode {
  let ancestor = first as AnyNode;
  for (const other of others)
    while (!isWithin(other, ancestor) && ancestor.parent) ancestor = ancestor.parent as AnyNode;
  return ancestor;
}

function isWithin(node: AnyNode, ancestor: AnyNode): boolean {
  for (let one: AnyNode | null = node; one; one = one.parent as AnyNode | null) if (one === ancestor) return true;
  return false;
}
