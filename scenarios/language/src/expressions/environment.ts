import { Environment } from '@marcbachmann/cel-js';
import type { VariableType } from '../document/variable.ts';
import { expressionFunctions } from './functions.ts';

/** Numbers of variables are doubles, numbers written in an expression are ints: both mix in every operator. */
function withNumbers(environment: Environment): Environment {
  const operators: Record<string, (a: number, b: number) => number> = {
    '+': (a, b) => a + b,
    '-': (a, b) => a - b,
    '*': (a, b) => a * b,
    '/': (a, b) => a / b,
    '%': (a, b) => a % b,
  };
  for (const [operator, apply] of Object.entries(operators)) {
    const call = (a: unknown, b: unknown): number => apply(Number(a), Number(b));
    environment.registerOperator(`double ${operator} int: double`, call);
    environment.registerOperator(`int ${operator} double: double`, call);
    if (operator === '%') environment.registerOperator('double % double: double', call);
  }
  return environment;
}

function withFunctions(environment: Environment): Environment {
  for (const { signature, call } of expressionFunctions) {
    environment.registerFunction(signature, call as (...args: unknown[]) => unknown);
  }
  return environment;
}

const limits = { maxAstNodes: 500, maxDepth: 40, maxListElements: 200, maxMapEntries: 100, maxCallArguments: 16 };

/** Evaluates: any name may be bound, types are found out while running. */
export const dynamicEnvironment = withFunctions(
  withNumbers(new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false, limits })),
);

const checkedBase = withFunctions(
  withNumbers(new Environment({ unlistedVariablesAreDyn: false, homogeneousAggregateLiterals: false, limits })),
);

// A variable may be empty, whatever its type: comparing it with null is not a mistake.
for (const type of ['string', 'double', 'bool', 'list', 'map']) {
  checkedBase.registerOperator(`${type} == null: bool`, () => false);
}

const CEL_TYPES: Record<VariableType, string> = {
  text: 'string',
  number: 'double',
  boolean: 'bool',
  date: 'string',
  datetime: 'string',
  list: 'list',
  object: 'map',
  any: 'dyn',
};

/** Checks: only the names given exist, each with its type. */
export function checkingEnvironment(variables: Readonly<Record<string, VariableType>>): Environment {
  const environment = checkedBase.clone();
  for (const [name, type] of Object.entries(variables)) environment.registerVariable(name, CEL_TYPES[type]);
  return environment;
}
