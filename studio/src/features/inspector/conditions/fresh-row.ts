import type { VariableType } from '@scenarium/language';
import type { Names } from '../model/completions.ts';
import { BARE, LISTED, type Operand, type Operator, type Row } from './condition.ts';
import { operatorsFor } from './operators-for.ts';

const FIRST: { [T in VariableType]: Operand } = {
  text: { value: '' },
  number: { value: 0 },
  boolean: { value: true },
  date: { path: 'now' },
  datetime: { path: 'now' },
  list: { value: '' },
  object: { value: null },
  any: { value: '' },
};

/** A row to begin with: of the first variable there is, or of what the end user wrote. */
export function freshRow(names: Names, left = Object.keys(names)[0] ?? 'message.text'): Row {
  const type = names[left] ?? 'any';
  return refitted({ left, operator: operatorsFor[type][0] ?? 'is' }, type);
}

/** A row in which the operator goes with the type of its variable, and the value with the operator. */
export function refitted({ left, operator, right }: Row, type: VariableType): Row {
  const allowed = operatorsFor[type];
  const fitting: Operator = allowed.includes(operator) ? operator : (allowed[0] ?? 'is');
  if (BARE.includes(fitting)) return { left, operator: fitting };
  const kept = fitting === operator ? right : undefined;
  return { left, operator: fitting, right: LISTED.includes(fitting) ? listed(kept) : single(kept ?? FIRST[type]) };
}

function listed(right: Operand | undefined): Operand {
  if (!right || 'path' in right) return right ?? { value: [] };
  return Array.isArray(right.value) ? right : { value: [right.value] };
}

function single(right: Operand): Operand {
  if ('path' in right || !Array.isArray(right.value)) return right;
  return { value: right.value[0] ?? '' };
}
