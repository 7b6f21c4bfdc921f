import type { VariableType } from '../../document/variable.ts';
import { InvalidExpression } from '../invalid-expression.ts';
import { kindOfVariable, type Kind } from '../kinds.ts';
import { parseExpression } from '../parse-expression.ts';
import { wrongType, type ExpressionProblem } from '../problems.ts';
import { splitTemplate } from '../template-parts.ts';
import { analyse } from './analyse.ts';

/** What the check of an expression or template found: the kind of its value, the variables it reads, and what is wrong. */
export interface Check {
  ok: boolean;
  type: Kind;
  reads: string[];
  problems: ExpressionProblem[];
}

export type Expected = 'boolean' | 'number' | 'text' | 'list' | 'any';

/** Checks for one set of variables. `locals`: names that are bound in one place only. */
export interface Checker {
  expression(source: string, expected: Expected, locals?: string[]): Check;
  template(value: unknown, locals?: string[]): Check;
}

const where = { en: 'This expression', ru: 'Выражение' };

/**
 * A checker for variables with their types. It evaluates nothing.
 *
 * @example createChecker({ age: 'number' }).expression("age == 'x'", 'boolean').problems // wrong_type
 */
export function createChecker(variables: Readonly<Record<string, VariableType>>): Checker {
  const kinds = new Map<string, Kind>(Object.entries(variables).map(([name, type]) => [name, kindOfVariable[type]]));

  function expression(source: string, expected: Expected, locals: string[] = []): Check {
    const parsed = parseExpression(source);
    if (!parsed.ok) return { ok: false, type: 'any', reads: [], problems: [parsed.problem] };
    const known = locals.length === 0 ? kinds : new Map([...kinds, ...locals.map((name) => [name, 'any'] as const)]);
    const { kind, reads, problems } = analyse(parsed.root, known);
    if (kind !== 'any' && expected !== 'any' && kind !== expected)
      problems.push({ ...wrongType(where, [expected], kind), start: 0, end: source.length });
    return { ok: problems.length === 0, type: kind, reads: reads.filter((name) => !locals.includes(name)), problems };
  }

  function template(value: unknown, locals: string[] = []): Check {
    const reads = new Set<string>();
    const problems: ExpressionProblem[] = [];
    visitTexts(value, [], (text, path) => {
      for (const check of textChecks(text, locals)) {
        for (const name of check.reads) reads.add(name);
        problems.push(...check.problems.map((problem) => ({ ...problem, path })));
      }
    });
    return { ok: problems.length === 0, type: typeof value === 'string' ? 'text' : 'any', reads: [...reads], problems };
  }

  function textChecks(text: string, locals: string[]): Pick<Check, 'reads' | 'problems'>[] {
    try {
      return splitTemplate(text).flatMap((part) => {
        if ('text' in part) return [];
        const { reads, problems } = expression(part.expression, 'any', locals);
        return [{ reads, problems: problems.map((problem) => moved(problem, part.start)) }];
      });
    } catch (error) {
      if (!(error instanceof InvalidExpression)) throw error;
      return [{ reads: [], problems: [error.problem] }];
    }
  }

  return { expression, template };
}

function moved(problem: ExpressionProblem, by: number): ExpressionProblem {
  const { start, end } = problem;
  return start === undefined || end === undefined ? problem : { ...problem, start: start + by, end: end + by };
}

function visitTexts(
  value: unknown,
  path: (string | number)[],
  visit: (text: string, path: (string | number)[]) => void,
): void {
  if (typeof value === 'string') visit(value, path);
  else if (Array.isArray(value)) value.forEach((item, i) => visitTexts(item, [...path, i], visit));
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) visitTexts(item, [...path, key], visit);
}
