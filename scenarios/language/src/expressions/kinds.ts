import type { VariableType } from '../document/variable.ts';
import type { LocalisedText } from '../problem.ts';

/** What a value can be in an expression. `any`: known only when it is evaluated. Dates and datetimes are texts. */
export type Kind = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'null' | 'any';

/** The kind of a value; undefined for what no expression can hold (functions, BigInt, dates of the platform …). */
export function kindOf(value: unknown): Exclude<Kind, 'any'> | undefined {
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'object':
      return value === null ? 'null' : kindOfObject(value);
    default:
      return undefined;
  }
}

function kindOfObject(value: object): 'list' | 'object' | undefined {
  if (Array.isArray(value)) return 'list';
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? 'object' : undefined;
}

/** The kind of a variable's values. */
export const kindOfVariable: Record<VariableType, Kind> = {
  text: 'text',
  number: 'number',
  boolean: 'boolean',
  date: 'text',
  datetime: 'text',
  list: 'list',
  object: 'object',
  any: 'any',
};

/** Kinds as people call them. */
export const kindNames: Record<Kind, LocalisedText> = {
  text: { en: 'a text', ru: 'текст' },
  number: { en: 'a number', ru: 'число' },
  boolean: { en: 'true or false', ru: 'да или нет' },
  list: { en: 'a list', ru: 'список' },
  object: { en: 'an object', ru: 'объект' },
  null: { en: 'nothing (null)', ru: 'ничего (null)' },
  any: { en: 'any value', ru: 'любое значение' },
};

/** A value as people call its kind, in English: for messages of failures. */
export function called(value: unknown): string {
  const kind = kindOf(value);
  return kind ? kindNames[kind].en : 'a value that is not plain data';
}
