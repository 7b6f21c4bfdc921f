import { definitionOf, type Exit, type Flow, type Step } from '@scenarium/language';
import type { Editing } from './editing.ts';

/** The exits a step has as it is configured. */
export function exitsOf(step: Step): Exit[] {
  return definitionOf(step).exits(step);
}

/**
 * Makes the flows of a step fit its exits after it has changed: where one exit took another's place its flows follow, flows of exits
 * that are no more go. Returns the flows that went.
 */
export function refitFlows(document: Editing, before: Step, after: Step): Flow[] {
  const names = exitsOf(after).map(({ name }) => name);
  const renamed = renamedExit(
    exitsOf(before).map(({ name }) => name),
    names,
  );
  const gone: Flow[] = [];
  for (const flow of document.flowsFrom(after.id)) {
    const on = flow.on === renamed?.from ? renamed.to : flow.on;
    if (!names.includes(on)) {
      document.remove('flows', flow.id);
      gone.push(flow);
      continue;
    }
    const { when, ...rest } = flow;
    const keepsWhen = when === undefined || (after.type === 'condition' && on === 'next');
    if (on !== flow.on || !keepsWhen) document.put('flows', flow.id, keepsWhen ? { ...flow, on } : { ...rest, on });
  }
  return gone;
}

function renamedExit(before: string[], after: string[]): { from: string; to: string } | undefined {
  const gone = before.filter((name) => !after.includes(name));
  const come = after.filter((name) => !before.includes(name));
  const [from] = gone;
  const [to] = come;
  const isSwap = gone.length === 1 && come.length === 1 && before.length === after.length;
  return isSwap && from !== undefined && to !== undefined ? { from, to } : undefined;
}
