import type { ZodError } from 'zod';
import { commonProblems } from './common.ts';
import type { FieldProblem, Problem } from './problem.ts';

/** `invalid_request` that lists every wrong field; `where` is what was parsed: `body`, `query`, `params`, `message`. */
export function fromZodError(error: ZodError, where: string): Problem {
  return commonProblems.invalid_request({ errors: error.issues.flatMap((issue) => toFields(issue, where)) });
}

function toFields(issue: ZodError['issues'][number], where: string): FieldProblem[] {
  const path = [where, ...issue.path.map(String)].join('.');
  const { code, message } = issue;
  if (code !== 'unrecognized_keys') return [{ path, code, message }];
  return issue.keys.map((key) => ({
    path: `${path}.${key}`,
    code: 'unknown_field',
    message: 'There is no such field',
  }));
}
