import { done, type Command } from './command.ts';
import { refuse } from './refuse.ts';

/** Deletes a variable. Refuses while it is used; with `whenRead: 'leave'` only while it is written: lint tells of what still reads it. */
export function removeVariable(input: { name: string; whenRead?: 'refuse' | 'leave' }): Command {
  return {
    name: 'variable.remove',
    values: { name: input.name },
    run(document) {
      if (!document.get('variables', input.name)) return refuse('unknown_variable', input.name);
      const hindering = document
        .usesOf(input.name)
        .filter(({ access }) => access === 'write' || input.whenRead !== 'leave');
      if (hindering.length > 0) return refuse('variable_in_use', input.name);
      document.remove('variables', input.name);
      return done();
    },
  };
}
