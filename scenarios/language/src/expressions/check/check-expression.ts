import type { VariableType } from '../../document/variable.ts';
import { parseExpression } from '../parse-expression.ts';
import { analyse } from './analyse.ts';
import { createChecker, type Check, type Expected } from './check.ts';

interface Surroundings {
  variables: Readonly<Record<string, VariableType>>;
  locals?: string[];
}

/**
 * Checks one expression without evaluating it. For many with the same variables use `createChecker`.
 *
 * @example checkExpression('age >= 18', { variables: { age: 'number' }, expected: 'boolean' }) // { ok: true, type: 'boolean', … }
 */
export function checkExpression(source: string, around: Surroundings & { expected?: Expected }): Check {
  return createChecker(around.variables).expression(source, around.expected ?? 'any', around.locals);
}

/** Checks every expression of a template: a text, or JSON whose texts are templates. Problems carry their path in it. */
export function checkTemplate(value: unknown, around: Surroundings): Check {
  return createChecker(around.variables).template(value, around.locals);
}

/** Names of the variables an expression reads; none when it cannot be read. */
export function readsOf(source: string): string[] {
  const parsed = parseExpression(source);
  return parsed.ok ? analyse(parsed.root).reads : [];
}
