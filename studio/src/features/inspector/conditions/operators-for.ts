import type { VariableType } from '@scenarium/language';
import type { Operator } from './condition.ts';

const COMMON: readonly Operator[] = ['is', 'isNot'];
const ORDERED: readonly Operator[] = ['isMore', 'isAtLeast', 'isLess', 'isAtMost'];
const WORDS: readonly Operator[] = ['contains', 'containsNot', 'startsWith', 'endsWith'];
const LISTS: readonly Operator[] = ['isOneOf', 'isNoneOf'];
const SET: readonly Operator[] = ['isSet', 'isNotSet'];

/** The operators that make sense for a type of variable, the commonest first. A type that is missing here does not compile. */
export const operatorsFor: { [T in VariableType]: readonly Operator[] } = {
  text: [...COMMON, ...WORDS, ...LISTS, ...SET],
  number: [...COMMON, ...ORDERED, ...LISTS, ...SET],
  boolean: ['isTrue', 'isFalse', ...SET],
  date: [...COMMON, ...ORDERED, ...SET],
  datetime: [...ORDERED, ...COMMON, ...SET],
  list: ['holds', 'holdsNot', ...SET],
  object: SET,
  any: [...COMMON, ...ORDERED, ...WORDS, ...LISTS, 'holds', 'holdsNot', ...SET, 'isTrue', 'isFalse'],
};
