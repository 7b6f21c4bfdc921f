import { isSame } from '../editing/values.ts';
import type { Conflict } from './conflict.ts';
import { mergeOrder } from './merge-order.ts';

type Path = (string | number)[];
type Keyed = Record<string, unknown>;
interface Three {
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

/** Lists that are sets of words. */
const SETS = new Set(['locales', 'synonyms', 'examples', 'sources', 'bases']);
/** Fields that decide which others there are. */
const KINDS = ['type', 'kind', 'op'];

/**
 * Merges a value that two sides may have changed: objects by field, lists of things with ids by id, all else as a whole. Where both changed
 * the same, mine is kept and `report` told; a change wins over a removal.
 */
export function mergeValues(three: Three, path: Path, report: (conflict: Conflict) => void): unknown {
  const { base, mine, theirs } = three;
  if (isSame(mine, theirs) || isSame(base, theirs)) return mine;
  if (isSame(base, mine)) return theirs;
  const sides = [base, mine, theirs];
  if (sides.every(isRecord) && haveOneKind(sides)) return mergeRecords(sides, path, report);
  if (sides.every((side) => Array.isArray(side))) {
    const keyOf = keysOfList(sides, path);
    if (keyOf)
      return mergeLists(
        sides.map((side) => new Map((side as unknown[]).map((item) => [keyOf(item), item]))),
        path,
        report,
      );
  }
  const kept = mine === undefined ? 'theirs' : 'mine';
  const reason = mine === undefined || theirs === undefined ? 'removed-and-changed' : 'both-changed';
  report({ reason, path, kept, ...three });
  return three[kept];
}

function mergeRecords(sides: Keyed[], path: Path, report: (conflict: Conflict) => void): Keyed {
  const maps = sides.map((side) => new Map(Object.entries(side).filter(([, value]) => value !== undefined)));
  return Object.fromEntries(mergeMaps(maps, path, { report, isOrdered: false }));
}

function mergeLists(maps: Map<string, unknown>[], path: Path, report: (conflict: Conflict) => void): unknown[] {
  return mergeMaps(maps, path, { report, isOrdered: true }).map(([, item]) => item);
}

function mergeMaps(
  maps: Map<string, unknown>[],
  path: Path,
  { report, isOrdered }: { report: (conflict: Conflict) => void; isOrdered: boolean },
): [string, unknown][] {
  const [base, mine, theirs] = maps as [Map<string, unknown>, Map<string, unknown>, Map<string, unknown>];
  const merged = new Map<string, unknown>();
  for (const key of new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])) {
    const three = { base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) };
    const value = mergeValues(three, [...path, key], report);
    if (value !== undefined) merged.set(key, value);
  }
  const orders = { base: [...base.keys()], mine: [...mine.keys()], theirs: [...theirs.keys()] };
  const { order, isContested } = mergeOrder({ ...orders, kept: new Set(merged.keys()) });
  if (isContested && isOrdered) report({ reason: 'order', path, kept: 'mine', ...orders });
  return order.map((key) => [key, merged.get(key)]);
}

function isRecord(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function haveOneKind(sides: readonly unknown[]): boolean {
  return KINDS.every(
    (field) =>
      new Set(sides.map((side) => (side as Keyed)[field]).filter((kind) => typeof kind === 'string')).size <= 1,
  );
}

/** How the items of three lists are told apart; undefined where they cannot be. */
function keysOfList(sides: readonly unknown[], path: Path): ((item: unknown) => string) | undefined {
  const isSet = SETS.has(String(path.at(-1)));
  const keyOf = (item: unknown): unknown => (isSet ? item : isRecord(item) ? item['id'] : undefined);
  const isKeyed = (sides as unknown[][]).every((side) => {
    const keys = side.map(keyOf);
    return keys.every((key) => typeof key === 'string') && new Set(keys).size === keys.length;
  });
  return isKeyed ? (keyOf as (item: unknown) => string) : undefined;
}
