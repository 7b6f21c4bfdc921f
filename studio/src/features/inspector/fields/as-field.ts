import { memo, type ReactNode } from 'react';

/** A field that is drawn again only when what it is given changes. Paths and other lists count by what is in them. */
export function asField<Field extends (props: never) => ReactNode>(field: Field): Field {
  return memo(field as unknown as (props: object) => ReactNode, isSame) as unknown as Field;
}

function isSame(before: object, after: object): boolean {
  const [old, now] = [Object.entries(before), new Map(Object.entries(after))];
  return old.length === now.size && old.every(([key, value]) => now.has(key) && isSameValue(value, now.get(key)));
}

function isSameValue(before: unknown, after: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return Object.is(before, after);
  return before.length === after.length && before.every((one, i) => Object.is(one, after[i]));
}
