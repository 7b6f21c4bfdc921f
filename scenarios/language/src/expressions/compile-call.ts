import type { ASTNode } from '@marcbachmann/cel-js';
import { orMissing, ownField } from './access.ts';
import type { Evaluation, Program } from './evaluation.ts';
import { Failure } from './failure.ts';
import type { FunctionDefinition } from './functions/define.ts';
import { functions } from './functions/index.ts';
import { constantPattern } from './functions/pattern.ts';
import { called, kindOf } from './kinds.ts';

/** The program of a call with the arguments `nodes`. */
export function compileCall(name: string, nodes: readonly ASTNode[], compile: (node: ASTNode) => Program): Program {
  const [first, second] = nodes as [ASTNode, ASTNode];
  if (name === 'has') {
    const value = compileMaybe(first, compile);
    return (run) => value(run) !== undefined;
  }
  if (name === 'default') return orDefault(compileMaybe(first, compile), compile(second));
  if (name === 'matchesPattern' && second.op === 'value' && typeof second.args === 'string')
    return constantPattern(compile(first), second.args);
  return functionCall(functions.get(name) as FunctionDefinition, nodes.map(compile));
}

/** The value of a node, undefined when it is missing. Fields are looked for without failing: loops ask for thousands. */
function compileMaybe(node: ASTNode, compile: (node: ASTNode) => Program): Program {
  if (node.op === '.') {
    const target = compileMaybe(node.args[0], compile);
    const name = node.args[1];
    return (run) => ownField(target(run), name);
  }
  const value = compile(node);
  return (run) => orMissing(value, run);
}

function orDefault(value: Program, otherwise: Program): Program {
  return (run) => {
    const found = value(run);
    return found === undefined || found === null || found === '' ? otherwise(run) : found;
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
