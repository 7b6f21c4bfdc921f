import { definitionOf, type Step } from '@scenarium/language';
import type { Edit } from '../editing/edit.ts';
import type { Texts } from '../editing/rows.ts';
import { usesInFlow, usesInStep, usesInText, type Use } from './uses.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** Which variables and texts are used where. Only what an edit touched is looked at again. */
export class UseIndex {
  readonly #byOwner = new Map<string, readonly Use[]>();
  readonly #owners = new Map<string, Set<string>>();
  readonly #speakers = new Map<string, Set<string>>();

  /** Uses of a variable, in the order in which their owners were first seen. */
  usesOf(variable: string): Use[] {
    return [...(this.#owners.get(variable) ?? NOTHING)].flatMap((owner) =>
      (this.#byOwner.get(owner) ?? []).filter((use) => use.variable === variable),
    );
  }

  /** Ids of the steps that say a text. */
  speakersOf(message: string): ReadonlySet<string> {
    return this.#speakers.get(message) ?? NOTHING;
  }

  update(edit: Edit): void {
    if (edit.table === 'steps') {
      this.#own(`step:${edit.key}`, edit.after ? usesInStep(edit.after) : []);
      for (const message of said(edit.before)) remove(this.#speakers, message, edit.key);
      for (const message of said(edit.after)) add(this.#speakers, message, edit.key);
    } else if (edit.table === 'flows') {
      this.#own(`flow:${edit.key}`, edit.after ? usesInFlow(edit.after) : []);
    } else if (edit.table === 'messages') {
      this.#texts(edit.key, edit.before ?? {}, edit.after ?? {});
    }
  }

  #texts(locale: string, before: Texts, after: Texts): void {
    for (const id of Object.keys(before)) if (!Object.hasOwn(after, id)) this.#own(`text:${locale}:${id}`, []);
    for (const [id, text] of Object.entries(after))
      if (before[id] !== text) this.#own(`text:${locale}:${id}`, usesInText(text, { kind: 'text', locale, id }));
  }

  #own(owner: string, uses: readonly Use[]): void {
    for (const { variable } of this.#byOwner.get(owner) ?? []) remove(this.#owners, variable, owner);
    if (uses.length === 0) this.#byOwner.delete(owner);
    else this.#byOwner.set(owner, uses);
    for (const { variable } of uses) add(this.#owners, variable, owner);
  }
}

/** Ids of the texts a step says. */
function said(step: Step | undefined): string[] {
  return step ? (definitionOf(step).texts?.(step) ?? []).map(({ message }) => message) : [];
}

function add(groups: Map<string, Set<string>>, group: string, item: string): void {
  const items = groups.get(group);
  if (items) items.add(item);
  else groups.set(group, new Set([item]));
}

function remove(groups: Map<string, Set<string>>, group: string, item: string): void {
  const items = groups.get(group);
  items?.delete(item);
  if (items?.size === 0) groups.delete(group);
}
