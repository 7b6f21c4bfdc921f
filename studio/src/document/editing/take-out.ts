import { done, type Outcome } from '../commands/command.ts';
import { refuse } from '../commands/refuse.ts';
import type { Editing } from './editing.ts';

/** What went with removed steps. */
export interface TakenOut {
  flows: string[];
  triggers: string[];
}

/**
 * Takes steps out with their flows and positions. A trigger goes on at the step that followed; without one it goes too.
 * `joins`: flows that led in from outside go on as well.
 */
export function takeOut(document: Editing, ids: readonly string[], joins: boolean): Outcome<TakenOut> {
  const going = new Set(ids);
  const unknown = ids.find((id) => !document.step(id));
  if (unknown !== undefined) return refuse('unknown_step', unknown);
  if (going.size >= document.keys('steps').length) return refuse('last_step');
  const next = (id: string): string | undefined => follower(document, id, going);
  const gone: TakenOut = { flows: [], triggers: [] };
  leaveHead(document, going, next, gone);
  const entering = ids.flatMap((id) => document.flowsTo(id)).filter(({ from }) => joins && !going.has(from));
  for (const flow of entering) {
    const to = next(flow.to);
    if (to !== undefined && to !== flow.from) document.put('flows', flow.id, { ...flow, to });
  }
  for (const id of going) {
    for (const flow of [...document.flowsFrom(id), ...document.flowsTo(id)]) {
      if (!document.flow(flow.id)) continue;
      document.remove('flows', flow.id);
      gone.flows.push(flow.id);
    }
    document.remove('layout', id);
    document.remove('steps', id);
  }
  return done(gone);
}

function leaveHead(
  document: Editing,
  going: ReadonlySet<string>,
  next: (id: string) => string | undefined,
  gone: TakenOut,
): void {
  for (const id of [...document.keys('triggers')]) {
    const trigger = document.get('triggers', id);
    if (!trigger || !going.has(trigger.step)) continue;
    const step = next(trigger.step);
    if (step !== undefined) document.put('triggers', id, { ...trigger, step });
    else {
      document.remove('triggers', id);
      gone.triggers.push(id);
    }
  }
  const fallback = document.head('fallback');
  if (fallback === undefined || !going.has(fallback)) return;
  const step = next(fallback);
  if (step === undefined) document.remove('head', 'fallback');
  else document.put('head', 'fallback', step);
}

/** The step that a run comes to after `id` when `going` are no more: by `next`, else by the only way there is. */
function follower(document: Editing, id: string, going: ReadonlySet<string>): string | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at);) {
    if (!going.has(at)) return at;
    seen.add(at);
    const flows = document.flowsFrom(at);
    const targets = new Set(flows.map(({ to }) => to));
    at = flows.find(({ on }) => on === 'next')?.to ?? (targets.size === 1 ? flows[0]?.to : undefined);
  }
  return undefined;
}
