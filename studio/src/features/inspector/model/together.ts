import { done, type Command, type CommandName } from '../../../document/index.ts';

/** Several commands as one, under one title: all of them or none. */
export function together(
  name: CommandName,
  values: Readonly<Record<string, string | number>>,
  commands: readonly Command<unknown>[],
): Command {
  return {
    name,
    values,
    run(document) {
      for (const command of commands) {
        const outcome = command.run(document);
        if (!outcome.ok) return outcome;
      }
      return done();
    },
  };
}
