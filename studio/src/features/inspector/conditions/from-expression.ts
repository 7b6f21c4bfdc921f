import { parseExpression } from '@scenarium/language';
import type { Scalar } from '../model/scalars.ts';
import type { Condition, Operand, Operator, Row } from './condition.ts';

type Node = Extract<ReturnType<typeof parseExpression>, { ok: true }>['root'];

const COMPARISONS: Partial<Record<Node['op'], Operator>> = {
  '==': 'is',
  '!=': 'isNot',
  '>': 'isMore',
  '>=': 'isAtLeast',
  '<': 'isLess',
  '<=': 'isAtMost',
};
const CALLS = ['contains', 'startsWith', 'endsWith'] as const;

/**
 * Reads an expression as a condition of rows; undefined where rows cannot say it (`and` mixed with `or`, sums, loops …).
 *
 * @example fromExpression('age >= 18 && city != null')?.rows.length // 2
 */
export function fromExpression(source: string): Condition | undefined {
  const parsed = parseExpression(source);
  if (!parsed.ok) return undefined;
  const join = parsed.root.op === '||' ? 'or' : 'and';
  const rows = joined(parsed.root, join === 'or' ? '||' : '&&').map(rowOf);
  return rows.every((row) => row !== undefined) ? { join, rows } : undefined;
}

function joined(node: Node, operator: '&&' | '||'): Node[] {
  if (node.op !== operator) return [node];
  const [left, right] = node.args as [Node, Node];
  return [...joined(left, operator), ...joined(right, operator)];
}

function rowOf(node: Node): Row | undefined {
  const left = pathOf(node);
  if (left !== undefined) return { left, operator: 'isTrue' };
  if (node.op === '!_') return negated(node.args);
  if (node.op === 'call') return called(node.args);
  if (node.op === 'rcall') return called([node.args[0], [node.args[1], ...node.args[2]]]);
  if (node.op === 'in') return membership(node.args);
  const operator = COMPARISONS[node.op];
  return operator && compared(operator, node.args as [Node, Node]);
}

function negated(node: Node): Row | undefined {
  const left = pathOf(node);
  if (left !== undefined) return { left, operator: 'isFalse' };
  const row = rowOf(node);
  const opposite = { contains: 'containsNot', isOneOf: 'isNoneOf', holds: 'holdsNot' } as const;
  return row && row.operator in opposite
    ? { ...row, operator: opposite[row.operator as keyof typeof opposite] }
    : undefined;
}

function called([name, [first, second, ...others]]: [string, Node[]]): Row | undefined {
  const operator = CALLS.find((one) => one === name);
  return operator && first && second && others.length === 0 ? compared(operator, [first, second]) : undefined;
}

function compared(operator: Operator, [a, b]: [Node, Node]): Row | undefined {
  const left = pathOf(a);
  const right = operandOf(b);
  if (left === undefined || right === undefined || ('value' in right && Array.isArray(right.value))) return undefined;
  const isNull = 'value' in right && right.value === null;
  if (isNull && operator === 'is') return { left, operator: 'isNotSet' };
  if (isNull && operator === 'isNot') return { left, operator: 'isSet' };
  return { left, operator, right };
}

function membership([a, b]: [Node, Node]): Row | undefined {
  const [item, collection] = [operandOf(a), operandOf(b)];
  if (!item || !collection) return undefined;
  if ('path' in item && 'value' in collection) return { left: item.path, operator: 'isOneOf', right: collection };
  return 'path' in collection && !('value' in item && Array.isArray(item.value))
    ? { left: collection.path, operator: 'holds', right: item }
    : undefined;
}

function pathOf(node: Node): string | undefined {
  if (node.op === 'id') return node.args;
  if (node.op !== '.') return undefined;
  const owner = pathOf(node.args[0]);
  return owner === undefined ? undefined : `${owner}.${node.args[1]}`;
}

function operandOf(node: Node): Operand | undefined {
  const path = pathOf(node);
  if (path !== undefined) return { path };
  if (node.op !== 'list') {
    const value = scalarOf(node);
    return value === undefined ? undefined : { value };
  }
  const values = node.args.map(scalarOf);
  return values.every((value) => value !== undefined) ? { value: values } : undefined;
}

function scalarOf(node: Node): Scalar | undefined {
  if (node.op === '-_') {
    const number = scalarOf(node.args);
    return typeof number === 'number' ? -number : undefined;
  }
  if (node.op !== 'value') return undefined;
  const value: unknown = node.args;
  if (typeof value === 'bigint') return Number(value);
  return value === null || ['string', 'number', 'boolean'].includes(typeof value) ? (value as Scalar) : undefined;
}
