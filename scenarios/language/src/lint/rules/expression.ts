import type { Problem } from '../../problem.ts';
import type { Rule } from '../context.ts';

/** Expressions and templates that cannot work: unreadable, of the wrong type, with unknown variables. */
export const expression: Rule = {
  code: 'expression_invalid',
  check: ({ uses }) =>
    uses.flatMap(({ place, problems }) =>
      problems.map((problem): Problem => ({ ...problem, severity: 'error', place })),
    ),
};
