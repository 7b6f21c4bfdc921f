import { ExpressionError, type Bindings } from '../compile/compiled-scenario.ts';
import type { Json } from '../json.ts';
import { compileExpression, type CompiledExpression } from './compile-expression.ts';

/** A piece of a template: text as it stands, or an expression with its position. */
export type TemplatePart = { text: string } | { expression: string; start: number };

/** A template ready to be filled in. `single`: it is one expression alone, whose value keeps its type. */
export interface CompiledTemplate {
  render(bindings: Bindings): string;
  single?: CompiledExpression;
}

const LONGEST = 65_536;

/**
 * Splits text with `{{ expression }}` in it; `\{{` is a plain `{{`. Texts inside an expression may hold `}}`.
 * @throws ExpressionError when an expression is not closed
 */
export function splitTemplate(source: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let text = '';
  for (let at = 0; at < source.length;) {
    if (source.startsWith('\\{{', at)) {
      text += '{{';
      at += 3;
    } else if (source.startsWith('{{', at)) {
      const end = closing(source, at + 2);
      if (end === -1) throw new ExpressionError('expression_failed', source, `"{{" at ${at} is not closed by "}}"`);
      if (text) parts.push({ text });
      text = '';
      parts.push({ expression: source.slice(at + 2, end).trim(), start: at + 2 });
      at = end + 2;
    } else {
      text += source[at];
      at += 1;
    }
  }
  if (text) parts.push({ text });
  return parts;
}

/** Compiles a template. @throws ExpressionError */
export function compileTemplate(source: string): CompiledTemplate {
  const parts = splitTemplate(source).map((part) => ('text' in part ? part.text : compileExpression(part.expression)));
  const [only] = parts;
  if (parts.length === 0) return { render: () => '' };
  if (parts.length === 1 && typeof only === 'string') return { render: () => only };
  return {
    render(bindings) {
      let result = '';
      for (const part of parts) result += typeof part === 'string' ? part : printed(part(bindings));
      if (result.length > LONGEST) throw new ExpressionError('expression_limit', source, 'the text is too long');
      return result;
    },
    ...(parts.length === 1 && typeof only === 'function' && { single: only }),
  };
}

/** A value as people read it: nothing for null, lists joined by commas, objects as JSON. */
export function printed(value: Json): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(printed).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function closing(source: string, from: number): number {
  let quote = '';
  for (let at = from; at < source.length; at += 1) {
    const character = source[at] as string;
    if (quote) {
      if (character === '\\') at += 1;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '}' && source[at + 1] === '}') {
      while (source[at + 2] === '}' && source.slice(from, at).includes('{')) at += 1;
      return at;
    }
  }
  return -1;
}
