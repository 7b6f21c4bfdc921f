/** Somebody who can be mentioned. */
export interface Person {
  id: string;
  name: string;
}

/** Ids of people by their names. Whoever is called as another one is gets a number: `Anna 2`. */
export function namesApart(people: readonly Person[]): ReadonlyMap<string, string> {
  const known = new Map(people.map(({ id, name }) => [id, name]));
  const ids = new Map<string, string>();
  for (const [id, name] of [...known].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let apart = name;
    for (let number = 2; ids.has(apart); number += 1) apart = `${name} ${number}`;
    ids.set(apart, id);
  }
  return ids;
}

/** What was typed, as it is stored: `<@id>` for every `@name`. */
export function toStored(typed: string, ids: ReadonlyMap<string, string>): string {
  if (ids.size === 0) return typed;
  // The longest name first: “Anna Petrova” is not “Anna”.
  const names = [...ids.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[\^$.*+?()[\]{}|/\\]/g, '\\$&'));
  const mention = new RegExp(`@(${names.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  return typed.replaceAll(mention, (_, name: string) => `<@${ids.get(name)}>`);
}

/** What is stored, as it is typed. */
export function toTyped(stored: string, ids: ReadonlyMap<string, string>): string {
  const names = new Map([...ids].map(([name, id]) => [id, name]));
  return stored.replaceAll(MENTION, (all, id: string) => (names.has(id) ? `@${names.get(id)}` : all));
}

/** The parts of what is stored: texts, and the people who are mentioned between them. */
export function partsOf(stored: string, mentions: readonly Person[]): (string | Person)[] {
  return stored
    .split(MENTION)
    .map((part, i) => (i % 2 === 0 ? part : (mentions.find(({ id }) => id === part) ?? `<@${part}>`)))
    .filter((part) => part !== '');
}

const MENTION = /<@([0-9a-f]{24})>/g;
