import type { ExpressionProblem } from '@scenarium/language';

const CODES: { [C in ExpressionProblem['code']]: true } = {
  expression_invalid: true,
  expression_refused: true,
  undefined_variable: true,
  wrong_type: true,
};

/** Is it a problem that a field for expressions and templates finds itself, sooner than lint? */
export function isOfExpression(code: string): boolean {
  return Object.hasOwn(CODES, code);
}
