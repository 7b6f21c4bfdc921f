import type { ASTNode } from '@marcbachmann/cel-js';
import { orMissing } from './access.ts';
import { Failure, type Evaluation, type Program } from './evaluation.ts';
import type { FunctionDefinition } from './functions/define.ts';
import { functions } from './functions/index.ts';
import { constantPattern } from './functions/pattern.ts';
import { called, kindOf } from './kinds.ts';

/** The program of a call; `nodes` are its arguments as written, `args` their programs. */
export function compileCall(name: string, nodes: readonly ASTNode[], args: readonly Program[]): Program {
  const [first, second] = args as [Program, Program];
  if (name === 'has') return (run) => orMissing(first, run, undefined) !== undefined;
  if (name === 'default') return orDefault(first, second);
  const pattern = nodes[1];
  if (name === 'matchesPattern' && pattern?.op === 'value' && typeof pattern.args === 'string')
    return constantPattern(first, pattern.args);
  return functionCall(functions.get(name) as FunctionDefinition, args);
}

function orDefault(value: Program, otherwise: Program): Program {
  return (run) => {
    const found = orMissing(value, run, null);
    return found === null || found === '' ? otherwise(run) : found;
  };
}

function functionCall({ name, takes, mayTake, call }: FunctionDefinition, args: readonly Program[]): Program {
  const kinds = [...takes, ...mayTake];
  const valueOf = (arg: Program, i: number, run: Evaluation): unknown => {
    const value = arg(run);
    const wanted = kinds[i];
    if (wanted === 'any' || kindOf(value) === wanted) return value;
    throw new Failure('expression_type', `${name}() needs a ${wanted}, not ${called(value)}`);
  };
  return (run) => call(run, ...args.map((arg, i) => valueOf(arg, i, run)));
}
