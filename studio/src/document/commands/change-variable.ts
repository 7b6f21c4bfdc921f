import type { Variable } from '@scenarium/language';
import { checked } from '../editing/checked.ts';
import { isSame } from '../editing/values.ts';
import { done, type Command } from './command.ts';
import { refuse } from './refuse.ts';

/** Changes fields of a variable; undefined takes a field away. A variable that steps write cannot come to belong to the agent. */
export function changeVariable(input: {
  name: string;
  change: { [F in keyof Variable]?: Variable[F] | undefined };
}): Command {
  const { name, change } = input;
  return {
    name: 'variable.change',
    values: { name },
    group: `variable:${name}:${Object.keys(change).join()}`,
    run(document) {
      const before = document.get('variables', name);
      if (!before) return refuse('unknown_variable', name);
      const fields = Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined);
      const after = checked.variable(name, Object.fromEntries(fields));
      if (!after.ok) return after;
      const isWritten = (): boolean => document.usesOf(name).some(({ access }) => access === 'write');
      if (after.value.scope === 'agent' && isWritten()) return refuse('read_only_variable', name);
      if (!isSame(before, after.value)) document.put('variables', name, after.value);
      return done();
    },
  };
}
