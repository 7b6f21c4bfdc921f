import { ExpressionError, type Bindings } from '../compile/compiled-scenario.ts';
import type { Json } from '../json.ts';
import { compileProgram, toExpressionError } from './compile-expression.ts';
import { Evaluation, type Program } from './evaluation.ts';
import { toPlain } from './plain.ts';
import { printed } from './printed.ts';
import { splitTemplate } from './template-parts.ts';

/** A template ready to be filled in. */
export interface CompiledTemplate {
  /** As text. @throws ExpressionError */
  text(bindings: Bindings): string;
  /** As a value: a template that is one expression alone keeps its type. @throws ExpressionError */
  value(bindings: Bindings): Json;
}

type Part = string | { source: string; program: Program };

const LONGEST = 65_536;

/**
 * Compiles text with `{{ expression }}` in it. All expressions of a template share one measure of work.
 *
 * @throws InvalidExpression
 * @example compileTemplate('Hi {{ name }}!', 'UTC').text({ name: 'Anna' }) // 'Hi Anna!'
 */
export function compileTemplate(source: string, timezone: string): CompiledTemplate {
  const parts = splitTemplate(source).map((part): Part =>
    'text' in part ? part.text : { source: part.expression, program: compileProgram(part.expression) },
  );
  const [only] = parts;
  if (parts.length === 0) return plainText('');
  if (parts.length === 1 && typeof only === 'string') return plainText(only);
  const text = (bindings: Bindings): string => {
    const run = new Evaluation(bindings, timezone);
    let result = '';
    for (const part of parts) result += typeof part === 'string' ? part : print(part, run);
    if (result.length > LONGEST)
      throw new ExpressionError(
        'expression_limit',
        source,
        `the text has ${result.length} characters, ${LONGEST} are allowed`,
      );
    return result;
  };
  if (parts.length > 1 || typeof only !== 'object') return { text, value: text };
  return { text, value: (bindings) => valueOf(only, new Evaluation(bindings, timezone)) };
}

function plainText(text: string): CompiledTemplate {
  return { text: () => text, value: () => text };
}

function valueOf({ source, program }: Exclude<Part, string>, run: Evaluation): Json {
  try {
    return toPlain(program(run), run);
  } catch (error) {
    throw toExpressionError(source, error);
  }
}

function print(part: Exclude<Part, string>, run: Evaluation): string {
  return printed(valueOf(part, run));
}
