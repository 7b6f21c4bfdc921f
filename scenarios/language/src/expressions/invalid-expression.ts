import type { ExpressionProblem } from './problems.ts';

/** An expression or template that cannot be compiled, and why. */
export class InvalidExpression extends Error {
  readonly problem: ExpressionProblem;

  constructor(problem: ExpressionProblem) {
    super(problem.message.en);
    this.name = 'InvalidExpression';
    this.problem = problem;
  }
}
