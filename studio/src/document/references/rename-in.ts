import { valueAt, withKeyRenamed, withValueAt } from '../editing/values.ts';
import type { Use } from './uses.ts';

/**
 * A copy of a step, flow or text in which these uses name another variable. Only the uses are touched: the same word in a text, a field
 * or a name bound by a loop stays.
 */
export function renameIn<T>(owner: T, uses: readonly Use[], to: string): T {
  const places = new Map<string, Use[]>();
  for (const use of uses) {
    const place = JSON.stringify([use.as, use.path]);
    places.set(place, [...(places.get(place) ?? []), use]);
  }
  let renamed: unknown = owner;
  for (const [use, ...others] of places.values()) if (use) renamed = renameAt(renamed, [use, ...others], to);
  return renamed as T;
}

function renameAt(owner: unknown, uses: [Use, ...Use[]], to: string): unknown {
  const [{ path, as, variable }] = uses;
  if (as === 'value') return withValueAt(owner, path, to);
  if (as === 'key') {
    const parent = path.slice(0, -1);
    return withValueAt(owner, parent, withKeyRenamed(valueAt(owner, parent) as Record<string, unknown>, variable, to));
  }
  const source = String(valueAt(owner, path));
  const fromTheEnd = uses.toSorted((a, b) => b.start - a.start);
  return withValueAt(
    owner,
    path,
    fromTheEnd.reduce((text, { start, end }) => text.slice(0, start) + to + text.slice(end), source),
  );
}
