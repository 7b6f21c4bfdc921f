import { asText, type Term } from '../script/term.ts';
import { translateScript } from '../script/translate-script.ts';
import type { NodeNotes } from '../report.ts';
import { dataOf, listOf, textOf } from '../values.ts';
import type { Variables } from './variables.ts';

const DEEPEST = 40;
const LONGEST = 10_000;

/** Texts of Typebot with `{{Name of a variable}}` in them as our templates. */
export interface Texts {
  template(text: string, notes: NodeNotes): string;
  /** The same as an expression. */
  expression(text: string, notes: NodeNotes): string;
  /** A script in which variables are `{{Name}}`, for the translator. */
  script(text: string): ReturnType<typeof translateScript>;
}

export function createTexts(variables: Variables): Texts {
  const script: Texts['script'] = (text) => {
    const terms = new Map<string, Term>();
    const marked = text.replaceAll(/["'`]?\{\{([^{}=]+)\}\}["'`]?/g, (whole, name: string) => {
      const known = variables.byName(name.trim());
      if (!known) return whole;
      const mark = `__v${terms.size}`;
      terms.set(mark, known);
      return mark;
    });
    return translateScript(marked, (name) => terms.get(name));
  };
  const pieces = (text: string, notes: NodeNotes): (string | Term)[] =>
    text
      .slice(0, 2 * LONGEST)
      .split(/(\{\{[^{}]*\}\})/g)
      .map((piece) => {
        const inside = /^\{\{([^{}]*)\}\}$/.exec(piece)?.[1];
        if (inside === undefined) return piece;
        const code = /^=(.*?)=?$/s.exec(inside)?.[1];
        if (code !== undefined) {
          const translated = script(code);
          if (translated.kind === 'expression') return { kind: 'any', source: translated.source };
          notes.note('code_in_text', piece);
          return piece;
        }
        const known = variables.byName(inside.trim());
        if (!known) notes.note('unknown_reference', inside.trim());
        return known ?? piece;
      });
  return {
    script,
    template(text, notes) {
      if (text.length > LONGEST) notes.note('cut', `${text.length} → ${LONGEST}`);
      return cut(
        pieces(text, notes).map((piece) =>
          typeof piece === 'string' ? piece.replaceAll('{{', '\\{{') : `{{ ${piece.source} }}`,
        ),
      );
    },
    expression(text, notes) {
      const parts = pieces(text, notes).filter((piece) => piece !== '');
      const [only] = parts;
      if (parts.length === 1 && typeof only === 'object') return only.source;
      const source = parts.map((part) => (typeof part === 'string' ? JSON.stringify(part) : asText(part)));
      return source.join(' + ') || '""';
    },
  };
}

/** The pieces up to the greatest length: no expression is cut in two. */
function cut(parts: readonly string[]): string {
  let text = '';
  for (const part of parts) {
    const room = LONGEST - text.length;
    if (part.length <= room) text += part;
    else return part.startsWith('{{') ? text : text + part.slice(0, room - 1);
  }
  return text;
}

/** A rich text as plain lines: links with their addresses, lists with points. */
export function plainText(content: unknown): string {
  const { richText, plainText: plain, html } = dataOf(content);
  if (Array.isArray(richText)) return linesOf(richText, 0).join('\n').trim();
  return (
    textOf(plain) ??
    (textOf(html) ?? '')
      .replaceAll(/<br\s*\/?>|<\/(?:p|div)>/g, '\n')
      .replaceAll(/<[^<>]*>/g, '')
      .trim()
  );
}

function linesOf(elements: unknown, depth: number, mark?: (i: number) => string): string[] {
  if (depth > DEEPEST) return [];
  return listOf(elements).flatMap((element, i) => {
    const before = mark?.(i) ?? '';
    switch (element['type']) {
      case 'ul':
        return linesOf(element['children'], depth + 1, () => '• ');
      case 'ol':
        return linesOf(element['children'], depth + 1, (at) => `${at + 1}. `);
      case 'li': {
        const [first = '', ...rest] = linesOf(element['children'], depth + 1);
        return [`${before}${first}`, ...rest.map((line) => `  ${line}`)];
      }
      default:
        return [`${before}${inlineOf(element, depth + 1)}`];
    }
  });
}

function inlineOf(element: unknown, depth: number): string {
  const { text, type, url, children } = dataOf(element);
  if (typeof text === 'string') return text;
  if (depth > DEEPEST) return '';
  const inside = listOf(children)
    .map((child) => inlineOf(child, depth + 1))
    .join('');
  const address = textOf(url);
  if (type === 'a' && address && address !== inside) return `${inside} (${address})`;
  return inside;
}
