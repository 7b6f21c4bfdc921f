interface Thing {
  id: string;
}

/** A list with one thing of an earlier list put back behind those that stood before it there. */
export function restore<T extends Thing>(before: readonly T[], current: readonly T[], id: string): T[] {
  const at = before.findIndex((thing) => thing.id === id);
  const thing = before[at];
  if (!thing) return [...current];
  const earlier = new Set(before.slice(0, at).map((other) => other.id));
  const behind = current.findLastIndex((other) => earlier.has(other.id));
  return current.toSpliced(behind + 1, 0, thing);
}

/** A list in which what an earlier list holds stands in its order there; the rest keeps its place. */
export function arrange<T extends Thing>(before: readonly T[], current: readonly T[]): T[] {
  const places = new Map(before.map(({ id }, i) => [id, i]));
  const placeOf = ({ id }: Thing): number => places.get(id) ?? -1;
  const known = current.filter((thing) => places.has(thing.id)).sort((a, b) => placeOf(a) - placeOf(b));
  return current.map((thing) => (places.has(thing.id) ? (known.shift() as T) : thing));
}
