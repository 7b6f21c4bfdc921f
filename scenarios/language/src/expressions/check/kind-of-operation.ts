import type { ASTNode, BinaryOperator } from '@marcbachmann/cel-js';
import type { Kind } from '../kinds.ts';
import { unlike } from '../problems.ts';
import type { Analyst, Around } from './analyse.ts';

/** A node with an operator between two values. */
export type OperationNode = Extract<ASTNode, { op: BinaryOperator }>;

const addable: readonly Kind[] = ['number', 'text', 'list'];
const ordered: readonly Kind[] = ['number', 'text', 'boolean'];

/** The kind an operation of two values gives; operands that do not go together are reported. */
export function kindOfOperation(analyst: Analyst, node: OperationNode, around: Around): Kind {
  const operator = node.op;
  const [left, right] = node.args.map((side) => analyst.kind(side, around)) as [Kind, Kind];
  const fits = (kinds: readonly Kind[]): boolean =>
    [left, right].every((kind) => kind === 'any' || kinds.includes(kind)) &&
    (left === right || left === 'any' || right === 'any');
  const judge = (good: boolean, kind: Kind): Kind => {
    if (!good) analyst.report(node, unlike(operator, left, right));
    return kind;
  };
  switch (operator) {
    case '==':
    case '!=':
      return judge([left, right].some((kind) => kind === 'any' || kind === 'null') || left === right, 'boolean');
    case '<':
    case '<=':
    case '>':
    case '>=':
      return judge(fits(ordered), 'boolean');
    case '+':
      return judge(fits(addable), left === 'any' ? right : left);
    case 'in':
      return judge(
        ['list', 'any'].includes(right) || (right === 'object' && ['text', 'any'].includes(left)),
        'boolean',
      );
    default:
      return judge(fits(['number']), 'number');
  }
}
