import { ExpressionError, type Bindings } from '../compile/compiled-scenario.ts';
import type { Json } from '../json.ts';
import { analyse } from './check/analyse.ts';
import { compileNode } from './compile-node.ts';
import { Evaluation, type Program } from './evaluation.ts';
import { Failure, Missing } from './failure.ts';
import { InvalidExpression } from './invalid-expression.ts';
import { nearest } from './nearest.ts';
import { parseExpression } from './parse-expression.ts';
import { toPlain } from './plain.ts';

/** An expression ready to be evaluated. @throws ExpressionError */
export type CompiledExpression = (bindings: Bindings) => Json;

/**
 * Compiles a CEL expression. No code is generated from it; it can reach nothing but the bindings and the language's functions.
 * `timezone` is the scenario's; the locale is the binding `locale`.
 *
 * @throws InvalidExpression when it cannot be read or holds something refused
 * @example compileExpression('age >= 18', 'UTC')({ age: 20 }) // true
 */
export function compileExpression(source: string, timezone: string): CompiledExpression {
  const program = compileProgram(source);
  return (bindings) => {
    const run = new Evaluation(bindings, timezone);
    try {
      const value = program(run);
      return typeof value === 'boolean' ? value : toPlain(value, run);
    } catch (error) {
      throw toExpressionError(source, error);
    }
  };
}

/** The program of an expression, to be run within a larger evaluation. @throws InvalidExpression */
export function compileProgram(source: string): Program {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new InvalidExpression(parsed.problem);
  // A value of the wrong kind is a failure of the evaluation: the path to it may never be taken.
  const problem = analyse(parsed.root).problems.find(({ code }) => code !== 'wrong_type');
  if (problem) throw new InvalidExpression(problem);
  return compileNode(parsed.root);
}

/** Any failure of an evaluation with its source. A stack that overflows is a limit too. */
export function toExpressionError(source: string, error: unknown): ExpressionError {
  if (error instanceof Failure) return new ExpressionError(error.code, source, error.message + suggestion(error));
  if (error instanceof RangeError) return new ExpressionError('expression_limit', source, error.message);
  return new ExpressionError('expression_failed', source, error instanceof Error ? error.message : String(error));
}

// Found only here, where it is shown: a loop may overlook thousands of missing values.
function suggestion(error: Failure): string {
  const near = error instanceof Missing ? nearest(error.sought, Object.keys(error.within)) : undefined;
  return near ? `: did you mean “${near}”?` : '';
}
