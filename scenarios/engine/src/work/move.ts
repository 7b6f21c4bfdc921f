import type { MovedEvent } from '../contract/event.ts';
import type { Token } from '../contract/run.ts';
import { whyNotMoved } from '../why-not-moved.ts';
import { initialVariables } from './initial-variables.ts';
import { stopWaiting } from './tokens.ts';
import type { Work } from './work.ts';

/** The run's own scenario: where its call stack begins. */
const ROOT = 'main';

/**
 * Goes on with another version: variables of the same name and type are kept, the others begin with their default; timers and calls
 * of steps that are left end with them; attempts begin anew.
 */
export function move(work: Work, { places }: MovedEvent): void {
  const { run } = work;
  const root = work.root;
  const refusal = whyNotMoved(root, run, places);
  if (refusal) {
    const token = run.tokens.find(({ step }) => step === refusal.step) ?? run.tokens[0];
    if (token) work.note(token, 'not-moved', { detail: { ...refusal } });
    return;
  }
  const { contactVariables, agentVariables } = run;
  const values = run.frames[ROOT]?.variables ?? {};
  const variables = initialVariables(root.scenario, { values, contactVariables, agentVariables });
  run.scenario = root.scenario.id;
  run.frames[ROOT] = { id: ROOT, scenario: root.scenario.id, variables };
  run.locale = root.locale(run.locale);
  delete run.fellBack;
  work.forgetBindings();
  for (const token of run.tokens.filter(({ frame }) => frame === ROOT)) moveToken(work, token, places);
}

function moveToken(work: Work, token: Token, places: MovedEvent['places']): void {
  const { step: from, wait } = token;
  const { to, stay } = places[from] as { to: string; stay?: true };
  token.step = to;
  work.note(token, 'moved', { detail: { from, ...(stay && { stay }) } });
  if (stay) {
    if (wait?.for === 'answer') token.wait = { ...wait, attempt: 1 };
    return;
  }
  stopWaiting(work, token);
  delete token.memory;
  work.queue.push(token);
}
