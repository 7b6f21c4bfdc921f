import type { Scalar } from '../model/scalars.ts';

/** A value that a condition compares with: written out, or what another variable holds. */
export type Operand = { value: Scalar | Scalar[] } | { path: string };

/** How two values are compared. `isOneOf`, `isNoneOf` take a list; the last four take nothing. */
export const OPERATORS = [
  'is',
  'isNot',
  'isMore',
  'isAtLeast',
  'isLess',
  'isAtMost',
  'contains',
  'containsNot',
  'startsWith',
  'endsWith',
  'isOneOf',
  'isNoneOf',
  'holds',
  'holdsNot',
  'isSet',
  'isNotSet',
  'isTrue',
  'isFalse',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** Operators that compare with nothing. */
export const BARE: readonly Operator[] = ['isSet', 'isNotSet', 'isTrue', 'isFalse'];
/** Operators that compare with a list of values. */
export const LISTED: readonly Operator[] = ['isOneOf', 'isNoneOf'];

/** One comparison: `left` is a variable or a field of one (`contact.name`). */
export interface Row {
  left: string;
  operator: Operator;
  right?: Operand;
}

/** Comparisons that must all hold (`and`), or of which one is enough (`or`). */
export interface Condition {
  join: 'and' | 'or';
  rows: Row[];
}
