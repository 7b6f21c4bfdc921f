import { checked } from '../editing/checked.ts';
import type { Editing } from '../editing/editing.ts';
import { done, type Command, type Outcome } from './command.ts';
import { refuse } from './refuse.ts';

/** Gives a step another id and updates flows, triggers, the fallback and the layout. */
export function changeStepId(input: { step: string; to: string }): Command {
  return {
    name: 'step.change-id',
    values: { id: input.step, to: input.to },
    run: (document) => giveId(document, input.step, input.to),
  };
}

/** Gives a step another id, everywhere it is named. */
export function giveId(document: Editing, from: string, to: string): Outcome<void> {
  const step = document.step(from);
  if (!step) return refuse('unknown_step', from);
  if (from === to) return done();
  if (document.step(to)) return refuse('duplicate_id', to);
  const renamed = checked.step({ ...step, id: to });
  if (!renamed.ok) return renamed;
  document.rekey('steps', from, to, renamed.value);
  for (const flow of document.flowsFrom(from)) document.put('flows', flow.id, { ...flow, from: to });
  for (const flow of document.flowsTo(from)) document.put('flows', flow.id, { ...flow, to });
  for (const id of [...document.keys('triggers')]) {
    const trigger = document.get('triggers', id);
    if (trigger?.step === from) document.put('triggers', id, { ...trigger, step: to });
  }
  if (document.head('fallback') === from) document.put('head', 'fallback', to);
  const point = document.get('layout', from);
  if (point) document.rekey('layout', from, to, point);
  return done();
}
