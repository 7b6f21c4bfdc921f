import { z } from 'zod';
import { Expression, Template, VariableName } from '../document/names.ts';
import { stepBase, type ExpressionUse, type StepDefinition } from './definition.ts';

/** Operations on a list, in order; `item` and `index` are bound in their expressions. `format` and `count` end in a text, a number. */
const Operation = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('filter'), where: Expression }),
  z.strictObject({ op: z.literal('map'), to: Expression }),
  z.strictObject({ op: z.literal('sort'), by: Expression, descending: z.boolean().default(false) }),
  z.strictObject({ op: z.literal('unique'), by: Expression }),
  z.strictObject({ op: z.literal('take'), count: z.int().min(0).max(1_000) }),
  z.strictObject({ op: z.literal('format'), template: Template, separator: z.string().max(20).default('\n') }),
  z.strictObject({ op: z.literal('count') }),
]);
export type Operation = z.infer<typeof Operation>;

/** Makes a new list, text or number of a list, without code. */
export const TransformStep = z.strictObject({
  ...stepBase,
  type: z.literal('transform'),
  from: Expression,
  operations: z.array(Operation).min(1).max(20),
  saveTo: VariableName,
});
export type TransformStep = z.infer<typeof TransformStep>;

const locals = ['item', 'index'];

export const transform: StepDefinition<TransformStep> = {
  schema: TransformStep,
  waits: false,
  canFail: true,
  exits: () => [
    { name: 'next', required: true },
    { name: 'error', required: false },
  ],
  expressions: (step) => [
    { path: ['from'], source: step.from, type: 'list' },
    ...step.operations.flatMap(operationExpression),
  ],
  templates: (step) =>
    step.operations.flatMap((operation, i) =>
      operation.op === 'format' ? [{ path: ['operations', i, 'template'], value: operation.template, locals }] : [],
    ),
  writes: (step) => [{ path: ['saveTo'], variable: step.saveTo }],
};

function operationExpression(operation: Operation, i: number): ExpressionUse[] {
  switch (operation.op) {
    case 'filter':
      return [{ path: ['operations', i, 'where'], source: operation.where, type: 'boolean', locals }];
    case 'map':
      return [{ path: ['operations', i, 'to'], source: operation.to, type: 'any', locals }];
    case 'sort':
    case 'unique':
      return [{ path: ['operations', i, 'by'], source: operation.by, type: 'any', locals }];
    default:
      return [];
  }
}
