import type { Variable } from '@scenarium/language';
import { checked } from '../editing/checked.ts';
import { isBuiltIn } from '../references/built-in.ts';
import { done, type Command } from './command.ts';
import { refuse } from './refuse.ts';

/** Declares a variable. Scope is `run` when left out. */
export function addVariable(input: {
  name: string;
  variable: Omit<Variable, 'scope'> & Partial<Pick<Variable, 'scope'>>;
}): Command {
  return {
    name: 'variable.add',
    values: { name: input.name },
    run(document) {
      if (document.get('variables', input.name)) return refuse('duplicate_id', input.name);
      if (isBuiltIn(input.name)) return refuse('reserved_name', input.name);
      const variable = checked.variable(input.name, input.variable);
      if (!variable.ok) return variable;
      document.put('variables', input.name, variable.value);
      return done();
    },
  };
}
