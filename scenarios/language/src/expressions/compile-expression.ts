import { ExpressionError, type Bindings } from '../compile/compiled-scenario.ts';
import type { Json } from '../json.ts';
import { dynamicEnvironment } from './environment.ts';
import { inspect, type Inspection } from './inspect.ts';
import { toPlain } from './plain.ts';

/** An expression ready to be evaluated. */
export type CompiledExpression = (bindings: Bindings) => Json;

/**
 * Compiles a CEL expression. No code is generated from it; it can reach nothing but the bindings and the language's functions.
 * @throws ExpressionError `expression_failed` when it cannot be read, `expression_limit` when it holds something refused
 * @example compileExpression('age >= 18')({ age: 20 }) // true
 */
export function compileExpression(source: string): CompiledExpression {
  const program = parse(source);
  const { refused } = inspect(program.ast);
  if (refused) throw new ExpressionError('expression_limit', source, refusals[refused].en);
  return (bindings) => {
    try {
      return toPlain(program(bindings as Record<string, unknown>));
    } catch (error) {
      throw failure(source, error);
    }
  };
}

/** Why a construct is refused, and what to use. */
export const refusals: Record<NonNullable<Inspection['refused']>, { en: string; ru: string }> = {
  matches: {
    en: 'matches() is not available: use matchesPattern(text, pattern)',
    ru: 'matches() недоступна: используйте matchesPattern(text, pattern)',
  },
  'nested-loops': {
    en: 'a loop inside a loop is not available: use a transform step before',
    ru: 'вложенные циклы недоступны: используйте перед этим шаг «Преобразование»',
  },
  'long-text-in-loop': {
    en: 'too many texts are added inside a loop: use a transform step with format',
    ru: 'слишком длинная склейка текста в цикле: используйте шаг «Преобразование»',
  },
};

function parse(source: string): ReturnType<typeof dynamicEnvironment.parse> {
  try {
    return dynamicEnvironment.parse(source);
  } catch (error) {
    throw new ExpressionError('expression_failed', source, firstLine(error));
  }
}

function failure(source: string, error: unknown): ExpressionError {
  const limit = error instanceof RangeError;
  return new ExpressionError(limit ? 'expression_limit' : 'expression_failed', source, firstLine(error));
}

/** The error without the excerpt of the source that the parser adds. */
export function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
