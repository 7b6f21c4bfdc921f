export { createChecker, type Check, type Checker } from './check/check.ts';
export { checkExpression, checkTemplate, readsOf } from './check/check-expression.ts';
export { nearest } from './nearest.ts';
export type { ExpressionProblem } from './problems.ts';
