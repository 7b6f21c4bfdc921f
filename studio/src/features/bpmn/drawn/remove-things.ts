import {
  done,
  removeFlows,
  removeNotes,
  removeSteps,
  removeTrigger,
  type Command,
  type DocumentStore,
  type Outcome,
} from '../../../document/index.ts';
import type { Thing } from '../modeler/thing-of.ts';

/** Deletes what was selected in the diagram, as one step of undo. */
export function removeThings(store: DocumentStore, things: readonly Thing[]): Outcome<unknown> {
  const ids = (kind: Thing['kind']): string[] => [
    ...new Set(things.filter((thing) => thing.kind === kind).map(({ id }) => id)),
  ];
  const [steps, flows, notes] = [ids('step'), ids('flow'), ids('note')];
  const gone = new Set(steps);
  const alone = flows.filter((id) => {
    const flow = store.index.flow(id);
    return flow && !gone.has(flow.from) && !gone.has(flow.to);
  });
  const commands: Command<unknown>[] = [
    ...ids('trigger').map((id) => removeTrigger({ id })),
    ...(alone.length > 0 ? [removeFlows({ flows: alone })] : []),
    ...(notes.length > 0 ? [removeNotes({ notes })] : []),
    ...(steps.length > 0 ? [removeSteps({ steps })] : []),
  ];
  const [only, ...others] = commands;
  if (only && others.length === 0) return store.execute(only);
  return store.transaction('document.refine', () => {
    for (const command of commands) {
      const outcome = store.execute(command);
      if (!outcome.ok) return outcome;
    }
    return done();
  });
}
