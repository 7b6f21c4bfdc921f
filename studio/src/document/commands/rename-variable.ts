import { checked } from '../editing/checked.ts';
import type { Editing } from '../editing/editing.ts';
import { isBuiltIn } from '../references/built-in.ts';
import { renameIn } from '../references/rename-in.ts';
import type { Owner, Use } from '../references/uses.ts';
import { done, type Command, type Outcome } from './command.ts';
import { refuse } from './refuse.ts';

/**
 * Renames a variable in its declaration and in every expression and template that reads it and every step that writes it; gives those
 * places as they were. Refuses a name that a loop around one of them binds already.
 */
export function renameVariable(input: { name: string; to: string }): Command<{ uses: Use[] }> {
  return {
    name: 'variable.rename',
    values: { name: input.name, to: input.to },
    run: (document) => renameEverywhere(document, input.name, input.to),
  };
}

/** Renames a variable wherever it is named. */
export function renameEverywhere(document: Editing, name: string, to: string): Outcome<{ uses: Use[] }> {
  const variable = document.get('variables', name);
  if (!variable) return refuse('unknown_variable', name);
  if (name === to) return done({ uses: [] });
  if (document.get('variables', to)) return refuse('duplicate_id', to);
  if (isBuiltIn(to)) return refuse('reserved_name', to);
  const fit = checked.variable(to, variable);
  if (!fit.ok) return fit;
  const uses = document.usesOf(name);
  const expected = uses.length + document.usesOf(to).length;
  document.rekey('variables', name, to, variable);
  for (const group of byOwner(uses)) {
    const written = rewrite(document, group, to);
    if (!written.ok) return written;
  }
  const isWhole = document.usesOf(to).length === expected && document.usesOf(name).length === 0;
  return isWhole ? done({ uses }) : refuse('variable_captured', to);
}

function byOwner(uses: readonly Use[]): [Use, ...Use[]][] {
  const groups = new Map<Owner, [Use, ...Use[]]>();
  const owners = new Map<string, Owner>();
  for (const use of uses) {
    const key = JSON.stringify(use.owner);
    const owner = owners.get(key) ?? use.owner;
    owners.set(key, owner);
    const group = groups.get(owner);
    if (group) group.push(use);
    else groups.set(owner, [use]);
  }
  return [...groups.values()];
}

function rewrite(document: Editing, uses: [Use, ...Use[]], to: string): Outcome<void> {
  const [{ owner }] = uses;
  if (owner.kind === 'step') {
    const step = checked.step(renameIn(document.step(owner.id), uses, to));
    if (!step.ok) return step;
    document.put('steps', owner.id, step.value);
  } else if (owner.kind === 'flow') {
    const flow = checked.flow(renameIn(document.flow(owner.id), uses, to));
    if (!flow.ok) return flow;
    document.put('flows', owner.id, flow.value);
  } else {
    const text = checked.text(owner.locale, owner.id, renameIn(document.text(owner.locale, owner.id), uses, to));
    if (!text.ok) return text;
    document.put('messages', owner.locale, { ...document.get('messages', owner.locale), [owner.id]: text.value });
  }
  return done();
}
