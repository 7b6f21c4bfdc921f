import { InvalidExpression } from './invalid-expression.ts';
import { unreadable } from './problems.ts';

/** A piece of a template: text as it stands, or an expression and where it starts. */
export type TemplatePart = { text: string } | { expression: string; start: number };

/**
 * Splits text with `{{ expression }}` in it; `\{{` is a plain `{{`. Texts inside an expression may hold `}}`.
 *
 * @throws InvalidExpression when an expression is not closed or empty
 * @example splitTemplate('Hi {{ name }}!') // [{ text: 'Hi ' }, { expression: 'name', start: 6 }, { text: '!' }]
 */
export function splitTemplate(source: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let text = '';
  let at = 0;
  for (let open = source.indexOf('{{'); open !== -1; open = source.indexOf('{{', at)) {
    if (source[open - 1] === '\\' && open > at) {
      text += `${source.slice(at, open - 1)}{{`;
      at = open + 2;
      continue;
    }
    text += source.slice(at, open);
    if (text) parts.push({ text });
    text = '';
    const close = closing(source, open);
    parts.push(expressionPart(source, open + 2, close));
    at = close + 2;
  }
  text += source.slice(at);
  if (text) parts.push({ text });
  return parts;
}

function expressionPart(source: string, from: number, to: number): TemplatePart {
  const inner = source.slice(from, to);
  const expression = inner.trim();
  if (expression) return { expression, start: from + inner.indexOf(expression) };
  const why = { en: 'there is nothing between “{{” and “}}”', ru: 'между «{{» и «}}» ничего нет' };
  throw new InvalidExpression(unreadable(source, why, from - 2, to + 2));
}

/** Where the `}}` is that closes an expression: the first outside of texts and braces within it. */
function closing(source: string, open: number): number {
  let quote = '';
  let braces = 0;
  for (let at = open + 2; at < source.length; at += 1) {
    const character = source[at] as string;
    if (quote) {
      if (character === '\\') at += 1;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '{') braces += 1;
    else if (character === '}' && braces > 0) braces -= 1;
    else if (character === '}' && source[at + 1] === '}') return at;
  }
  const why = {
    en: `“{{” at character ${open + 1} is not closed by “}}”`,
    ru: `«{{» на месте ${open + 1} не закрыто: нет «}}»`,
  };
  throw new InvalidExpression(unreadable(source, why, open, open + 2));
}
