import { ExpressionError, type Bindings } from '../compile/compiled-scenario.ts';
import type { Json } from '../json.ts';
import { compileExpression, toExpressionError } from './compile-expression.ts';

/**
 * The value of an expression that is part of no document. `timezone` as for `compileExpression()`.
 *
 * @throws ExpressionError also when it cannot be read
 */
export function evaluateExpression(source: string, bindings: Bindings, timezone: string): Json {
  try {
    return compileExpression(source, timezone)(bindings);
  } catch (error) {
    throw error instanceof ExpressionError ? error : toExpressionError(source, error);
  }
}
