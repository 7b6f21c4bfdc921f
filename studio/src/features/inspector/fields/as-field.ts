import { memo, type ReactNode } from 'react';
import { isSame } from '../../../document/index.ts';

type Props = Readonly<Record<string, unknown>>;

/** A field that is drawn again only when what it is given changes. Paths and other lists count by what is in them. */
export function asField<Field extends (props: never) => ReactNode>(field: Field): Field {
  return memo(field as unknown as (props: Props) => ReactNode, isUnchanged) as unknown as Field;
}

function isUnchanged(before: Props, after: Props): boolean {
  const isKept = (key: string): boolean =>
    before[key] === after[key] || (Array.isArray(before[key]) && isSame(before[key], after[key]));
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].every(isKept);
}
