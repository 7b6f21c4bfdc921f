interface Orders {
  base: readonly string[];
  mine: readonly string[];
  theirs: readonly string[];
  /** The keys there will be. */
  kept: ReadonlySet<string>;
}

/**
 * One order of three: what one side moved is moved, what a side added stands behind what it was put behind. It is the same whichever
 * side is called mine, unless both moved the same things (`isContested`): then mine counts.
 */
export function mergeOrder({ base, mine, theirs, kept }: Orders): { order: string[]; isContested: boolean } {
  const known = new Set(base);
  const [mineMoved, theirsMoved] = [mine, theirs].map((side) => {
    const there = new Set(side);
    return differ(
      side.filter((key) => known.has(key)),
      base.filter((key) => there.has(key)),
    );
  });
  const leading = mineMoved ? mine : theirsMoved ? theirs : base;
  const skeleton = leading.filter((key) => known.has(key) && kept.has(key));
  insert(
    skeleton,
    base.filter((key) => kept.has(key)),
  );
  const anchored = new Set(skeleton);
  const groups = [groupsOf(mine, anchored, kept), groupsOf(theirs, anchored, kept)];
  const order: string[] = [];
  const seen = new Set<string>();
  for (const anchor of ['', ...skeleton]) {
    const here = groups.map((group) => group.get(anchor) ?? []).sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
    for (const key of [...(anchor === '' ? [] : [anchor]), ...here.flat()]) {
      if (!seen.has(key)) order.push(key);
      seen.add(key);
    }
  }
  return { order, isContested: mineMoved === true && theirsMoved === true && differOnCommon(mine, theirs, known) };
}

/** Puts keys that are missing behind the one they follow. */
function insert(into: string[], keys: readonly string[]): void {
  const there = new Set(into);
  keys.forEach((key, i) => {
    if (there.has(key)) return;
    const before = keys.slice(0, i).findLast((other) => there.has(other));
    into.splice(before === undefined ? 0 : into.indexOf(before) + 1, 0, key);
    there.add(key);
  });
}

function groupsOf(
  side: readonly string[],
  anchored: ReadonlySet<string>,
  kept: ReadonlySet<string>,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  let anchor = '';
  for (const key of side) {
    if (anchored.has(key)) anchor = key;
    else if (kept.has(key)) groups.set(anchor, [...(groups.get(anchor) ?? []), key]);
  }
  return groups;
}

function differOnCommon(mine: readonly string[], theirs: readonly string[], known: ReadonlySet<string>): boolean {
  const [own, other] = [new Set(mine), new Set(theirs)];
  return differ(
    mine.filter((key) => known.has(key) && other.has(key)),
    theirs.filter((key) => known.has(key) && own.has(key)),
  );
}

function differ(a: readonly string[], b: readonly string[]): boolean {
  return a.length !== b.length || a.some((key, i) => key !== b[i]);
}
