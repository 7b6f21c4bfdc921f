import type { Note, Scenario, Step } from '@scenarium/language';
import { giveId } from '../commands/change-step-id.ts';
import { done, type Outcome } from '../commands/command.ts';
import { giveTextId } from '../commands/rename-text.ts';
import { renameEverywhere } from '../commands/rename-variable.ts';
import { Editing } from '../editing/editing.ts';
import { freshId } from '../editing/fresh-id.ts';
import type { Point } from '../editing/rows.ts';
import { hasRoom } from '../editing/room.ts';
import { isSame } from '../editing/values.ts';

/** How a fragment got in: ids of the new steps in its order, and what had to be called otherwise (old name → new). */
export interface PutIn {
  steps: string[];
  renamed: { steps: Record<string, string>; variables: Record<string, string>; messages: Record<string, string> };
}

export interface Where {
  /** Where the top left corner of the steps comes. */
  at?: Point;
  /** Are texts that are the same shared with those there are, or are they copied? */
  texts: 'shared' | 'copied';
}

const ASIDE = 40;

/** Puts the steps of a fragment into a document with all they need. What is there stays; names that clash are changed in the fragment. */
export function putIn(document: Editing, fragment: Scenario, where: Where): Outcome<PutIn> {
  for (const table of ['steps', 'flows', 'notes'] as const) {
    const room = hasRoom(document, table, fragment[table]?.length ?? 0);
    if (!room.ok) return room;
  }
  const guest = new Editing(fragment);
  const originals = fragment.steps.map(({ id }) => id);
  const variables = clashing(guest.keys('variables'), (name) => clashesAsVariable(document, guest, name), '_');
  const steps = clashing(originals, (id) => document.step(id) !== undefined);
  const named = renameAll(guest, steps, giveId);
  if (!named.ok) return named;
  const meant = renameAll(guest, variables, renameEverywhere);
  if (!meant.ok) return meant;
  // Only now: a text that reads a renamed variable is another text.
  const messages = renamingsOfTexts(document, guest, where.texts);
  const said = renameAll(guest, messages, giveTextId);
  if (!said.ok) return said;
  bring(document, guest, where.at);
  return done({ steps: originals.map((id) => steps[id] ?? id), renamed: { steps, variables, messages } });
}

function renameAll(
  guest: Editing,
  names: Record<string, string>,
  rename: (guest: Editing, from: string, to: string) => Outcome<unknown>,
): Outcome<void> {
  for (const [from, to] of Object.entries(names)) {
    const outcome = rename(guest, from, to);
    if (!outcome.ok) return outcome;
  }
  return done();
}

/** New names for those that clash: free in the fragment as well. */
function clashing(
  names: readonly string[],
  clashes: (name: string) => boolean,
  separator = '-',
): Record<string, string> {
  const taken = new Set(names);
  return Object.fromEntries(
    names.filter(clashes).map((name) => {
      const fresh = freshId(name, (other) => taken.has(other) || clashes(other), separator);
      taken.add(fresh);
      return [name, fresh];
    }),
  );
}

/** The same name with another type or scope is another variable. */
function clashesAsVariable(document: Editing, guest: Editing, name: string): boolean {
  const [ours, theirs] = [document.get('variables', name), guest.get('variables', name)];
  if (!ours) return false;
  return !theirs || ours.type !== theirs.type || ours.scope !== theirs.scope;
}

function renamingsOfTexts(document: Editing, guest: Editing, texts: Where['texts']): Record<string, string> {
  const ids = [
    ...new Set(guest.keys('messages').flatMap((locale) => Object.keys(guest.get('messages', locale) ?? {}))),
  ];
  const isThere = (id: string): boolean =>
    document.keys('messages').some((locale) => document.text(locale, id) !== undefined);
  const isShared = (id: string): boolean =>
    texts === 'shared' &&
    guest.keys('messages').every((locale) => {
      const theirs = guest.text(locale, id);
      return theirs === undefined || isSame(document.text(locale, id), theirs);
    });
  return clashing(ids, (id) => isThere(id) && !isShared(id));
}

function bring(document: Editing, guest: Editing, at: Point | undefined): void {
  for (const name of guest.keys('variables')) {
    const variable = guest.get('variables', name);
    if (variable && !document.get('variables', name)) document.put('variables', name, variable);
  }
  bringTexts(document, guest);
  for (const id of guest.keys('steps')) document.put('steps', id, guest.step(id) as Step);
  bringFlows(document, guest);
  const points = guest.keys('layout').map((id) => guest.get('layout', id) as Point);
  const corner = { x: Math.min(...points.map(({ x }) => x)), y: Math.min(...points.map(({ y }) => y)) };
  const [dx, dy] = at && points.length > 0 ? [at.x - corner.x, at.y - corner.y] : [ASIDE, ASIDE];
  for (const id of guest.keys('steps')) {
    const point = guest.get('layout', id);
    if (point) document.put('layout', id, { x: point.x + dx, y: point.y + dy });
    else if (at) document.put('layout', id, { x: at.x, y: at.y });
  }
  bringNotes(document, guest, { dx, dy });
}

/** Texts come in the languages the document has; where it has none of them, in its default one. */
function bringTexts(document: Editing, guest: Editing): void {
  const locales = document.head('locales');
  const spoken = new Set(guest.keys('messages').filter((locale) => locales.includes(locale)));
  const added = new Map<string, Record<string, Scenario['messages'][string][string]>>();
  for (const source of guest.keys('messages')) {
    for (const [id, text] of Object.entries(guest.get('messages', source) ?? {})) {
      const isSaid = [...spoken].some((locale) => guest.text(locale, id) !== undefined);
      const locale = spoken.has(source) ? source : isSaid ? undefined : (locales[0] as string);
      if (locale === undefined || document.text(locale, id) !== undefined) continue;
      const texts = added.get(locale) ?? {};
      if (!Object.hasOwn(texts, id)) texts[id] = text;
      added.set(locale, texts);
    }
  }
  for (const [locale, texts] of added)
    document.put('messages', locale, { ...document.get('messages', locale), ...texts });
}

function bringFlows(document: Editing, guest: Editing): void {
  const ids = guest.keys('flows');
  const fresh = clashing(ids, (id) => document.flow(id) !== undefined);
  for (const id of ids) {
    const flow = guest.flow(id);
    if (flow) document.put('flows', fresh[id] ?? id, { ...flow, id: fresh[id] ?? id });
  }
}

function bringNotes(document: Editing, guest: Editing, { dx, dy }: { dx: number; dy: number }): void {
  const ids = guest.keys('notes');
  const fresh = clashing(ids, (id) => document.get('notes', id) !== undefined);
  for (const old of ids) {
    const note = guest.get('notes', old) as Note;
    const id = fresh[old] ?? old;
    document.put('notes', id, { ...note, id, x: note.x + dx, y: note.y + dy });
  }
}
