type Path = readonly (string | number)[];
type Keyed = Record<string | number, unknown>;

/** The value a path leads to; undefined when it leads nowhere. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? (inner as Keyed)[key] : undefined,
    value,
  );
}

/** A copy with another value at a path; what is beside the path is shared. Undefined takes the entry out. */
export function withValueAt(value: unknown, path: Path, next: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  if (Array.isArray(value)) {
    const list: unknown[] = [...value];
    const inner = withValueAt(list[Number(key)], rest, next);
    if (inner === undefined) list.splice(Number(key), 1);
    else list[Number(key)] = inner;
    return list;
  }
  const record = typeof value === 'object' && value !== null ? (value as Keyed) : {};
  const inner = withValueAt(Object.hasOwn(record, key) ? record[key] : undefined, rest, next);
  const entries = Object.entries(record).filter(([name]) => inner !== undefined || name !== String(key));
  const changed = entries.map(([name, item]) => [name, name === String(key) ? inner : item] as const);
  const isNew = inner !== undefined && !Object.hasOwn(record, key);
  return Object.fromEntries(isNew ? [...changed, [String(key), inner]] : changed);
}

/** A copy of a record in which one key has another name, at the same place. */
export function withKeyRenamed<V>(record: Readonly<Record<string, V>>, from: string, to: string): Record<string, V> {
  return Object.fromEntries(Object.entries(record).map(([key, item]) => [key === from ? to : key, item]));
}

/** Are two JSON values the same? The order of keys does not matter, undefined fields do not count. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && a.length !== (b as unknown[]).length) return false;
  const [left, right] = [a as Keyed, b as Keyed];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => isSame(left[key], right[key]));
}
