import type { Json, StepOf, VariableType } from '@scenarium/language';
import { StepFailure } from '../work/step-failure.ts';
import type { StepHandler } from './handler.ts';

export const set: StepHandler<StepOf<'set'>> = {
  enter(work, token, step) {
    const { variables } = work.compiled(token).scenario;
    for (const { variable, value: source } of step.assign) {
      const value = work.evaluate(token, source);
      const type = variables[variable]?.type ?? 'any';
      if (!isOfType(value, type))
        throw new StepFailure(
          'wrong_type',
          `“${variable}” is ${type}, “${source}” gives ${JSON.stringify(value).slice(0, 100)}`,
        );
      work.assign(token, variable, value);
    }
    return { exit: 'next' };
  },
};

/** Null fits every type: the variable is empty then. */
export function isOfType(value: Json, type: VariableType): boolean {
  if (value === null) return true;
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'date':
    case 'datetime':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value));
    case 'number':
    case 'boolean':
      return typeof value === type;
    case 'list':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && !Array.isArray(value);
    case 'any':
      return true;
  }
}
