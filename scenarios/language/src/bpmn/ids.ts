const LONGEST = 64;

/** Gives out ids of one kind, each once: what is wanted where it is free and allowed, otherwise the nearest like it. */
export interface Ids {
  take(wanted: string, otherwise: string): string;
  has(id: string): boolean;
}

/**
 * @example
 * const ids = createIds();
 * ids.take('a b', 'step'); // 'a_b'
 * ids.take('a_b', 'step'); // 'a_b_2'
 */
export function createIds(): Ids {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return {
    take(wanted, otherwise) {
      const base = allowed(wanted, otherwise);
      let id = base;
      while (taken.has(id)) {
        const count = (counts.get(base) ?? 1) + 1;
        counts.set(base, count);
        id = `${base.slice(0, LONGEST - String(count).length - 1)}_${count}`;
      }
      taken.add(id);
      return id;
    },
    has: (id) => taken.has(id),
  };
}

/** A text made to obey the rule for ids: letters that are none of ours become `_`, and a letter stands first. */
function allowed(wanted: string, otherwise: string): string {
  const id = wanted.replace(/[^\w.-]+/g, '_').replace(/^_+(?=[A-Za-z])/, '');
  if (id === '' || /^_*$/.test(id)) return otherwise;
  return (/^[A-Za-z]/.test(id) ? id : `${otherwise}_${id}`).slice(0, LONGEST);
}
