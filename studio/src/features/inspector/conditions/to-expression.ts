import type { Scalar } from '../model/scalars.ts';
import type { Condition, Operand, Operator, Row } from './condition.ts';

const INFIX: Partial<Record<Operator, string>> = {
  is: '==',
  isNot: '!=',
  isMore: '>',
  isAtLeast: '>=',
  isLess: '<',
  isAtMost: '<=',
  isOneOf: 'in',
};

/**
 * Writes a condition as an expression.
 *
 * @example toExpression({ join: 'and', rows: [{ left: 'age', operator: 'isAtLeast', right: { value: 18 } }] }) // 'age >= 18'
 */
export function toExpression({ join, rows }: Condition): string {
  return rows.map(written).join(join === 'and' ? ' && ' : ' || ');
}

function written({ left, operator, right = { value: null } }: Row): string {
  const other = operand(right);
  switch (operator) {
    case 'isSet':
      return `${left} != null`;
    case 'isNotSet':
      return `${left} == null`;
    case 'isTrue':
      return left;
    case 'isFalse':
      return `!${left}`;
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return `${operator}(${left}, ${other})`;
    case 'containsNot':
      return `!contains(${left}, ${other})`;
    case 'isNoneOf':
      return `!(${left} in ${other})`;
    case 'holds':
      return `${other} in ${left}`;
    case 'holdsNot':
      return `!(${other} in ${left})`;
    default:
      return `${left} ${INFIX[operator] ?? '=='} ${other}`;
  }
}

function operand(right: Operand): string {
  if ('path' in right) return right.path;
  return Array.isArray(right.value) ? `[${right.value.map(literal).join(', ')}]` : literal(right.value);
}

/** A value as an expression writes it. */
export function literal(value: Scalar): string {
  return JSON.stringify(value);
}
