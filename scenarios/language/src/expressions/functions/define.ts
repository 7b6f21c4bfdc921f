import type { LocalisedText } from '../../problem.ts';
import type { Evaluation } from '../evaluation.ts';
import type { Kind } from '../kinds.ts';

interface Values {
  text: string;
  number: number;
  boolean: boolean;
  list: readonly unknown[];
  object: object;
  null: null;
  any: unknown;
}
type ValuesOf<K extends readonly Kind[]> = { [I in keyof K]: Values[K[I]] };

/** A function of the expression language. `takes` the values it needs, then those it `mayTake`; written `f(a, b)` or `a.f(b)`. */
export interface FunctionDefinition {
  name: string;
  takes: readonly Kind[];
  mayTake: readonly Kind[];
  gives: Kind;
  description: LocalisedText;
  example: string;
  /** Its arguments are of the kinds it takes. @throws Failure */
  call(run: Evaluation, ...values: unknown[]): unknown;
}

interface Authored<T extends readonly Kind[], M extends readonly Kind[]> {
  takes: T;
  mayTake?: M;
  gives: Kind;
  en: string;
  ru: string;
  example: string;
  call(run: Evaluation, ...values: [...ValuesOf<T>, ...Partial<ValuesOf<M>>]): unknown;
}

/** Defines a function; the kinds it takes type its `call`. */
export function define<const T extends readonly Kind[], const M extends readonly Kind[] = []>(
  name: string,
  { takes, mayTake, gives, en, ru, example, call }: Authored<T, M>,
): FunctionDefinition {
  return {
    name,
    takes,
    mayTake: mayTake ?? [],
    gives,
    description: { en, ru },
    example,
    call,
  };
}
