import { type Command, done, removeFlows, removeNotes, removeSteps } from '../../../document/index.ts';
import type { Session } from '../session.ts';

/** Deletes what is chosen. Of several kinds it is one step of undo. */
export function removeChosen({ store, execute, refuse, select, ...session }: Session): void {
  const [steps, flows, notes] = [session.selection.get(), session.flows.get(), session.notes.get()];
  const commands: Command<unknown>[] = [
    ...(flows.length > 0 ? [removeFlows({ flows })] : []),
    ...(notes.length > 0 ? [removeNotes({ notes })] : []),
    ...(steps.length > 0 ? [removeSteps({ steps })] : []),
  ];
  const [only, ...others] = commands;
  const outcome =
    only && others.length === 0
      ? execute(only)
      : store.transaction('document.refine', () => {
          for (const command of commands) {
            const removed = store.execute(command);
            if (!removed.ok) return removed;
          }
          return done();
        });
  if (outcome.ok) select([]);
  else if (others.length > 0) refuse(outcome.problem);
}
