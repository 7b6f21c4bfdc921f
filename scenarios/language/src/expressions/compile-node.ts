import type { ASTNode } from '@marcbachmann/cel-js';
import { field, item, variable } from './access.ts';
import { compileCall } from './compile-call.ts';
import { COST_OF_FAILURE, type Program } from './evaluation.ts';
import { Failure } from './failure.ts';
import { called } from './kinds.ts';
import { isLoop, loops } from './loops.ts';
import { operators } from './operators.ts';

/** Turns an analysed expression without problems into a program; `locals`: names the loops around it bind, outermost first. */
export function compileNode(node: ASTNode, locals: readonly string[] = []): Program {
  const compile = (inner: ASTNode): Program => compileNode(inner, locals);
  switch (node.op) {
    case 'value':
      return constant(node.args);
    case 'id': {
      const slot = locals.lastIndexOf(node.args);
      return slot === -1 ? variable(node.args) : (run) => run.locals[slot];
    }
    case '.': {
      const [target, name] = [compile(node.args[0]), node.args[1]];
      return (run) => field(target(run), name);
    }
    case '[]': {
      const [target, key] = node.args.map(compile) as [Program, Program];
      return (run) => item(target(run), key(run));
    }
    case 'list': {
      const items = node.args.map(compile);
      return (run) => items.map((element) => element(run));
    }
    case 'map':
      return objectOf(node.args.map(([key, value]) => [compile(key), compile(value)]));
    case '?:': {
      const [condition, yes, no] = (node.args as unknown as ASTNode[]).map(compile) as [Program, Program, Program];
      return (run) => (truth(condition(run), '? :') ? yes(run) : no(run));
    }
    case '&&':
      return decided(node.args.map(compile) as [Program, Program], '&&');
    case '||':
      return decided(node.args.map(compile) as [Program, Program], '||');
    case '!_': {
      const operand = compile(node.args);
      return (run) => !truth(operand(run), '!');
    }
    case '-_': {
      const operand = compile(node.args);
      return (run) => negative(operand(run));
    }
    case 'call':
      return compileCall(node.args[0], node.args[1], compile);
    case 'rcall': {
      const [name, receiver, args] = node.args;
      const all = [receiver, ...args];
      return isLoop(name, args.length) ? compileLoop(all, name, locals) : compileCall(name, all, compile);
    }
    default: {
      const [left, right] = (node.args as [ASTNode, ASTNode]).map(compile) as [Program, Program];
      const operator = operators[node.op as keyof typeof operators];
      return (run) => operator(left(run), right(run), run);
    }
  }
}

function constant(literal: unknown): Program {
  const value = typeof literal === 'bigint' ? Number(literal) : literal;
  return () => value;
}

function objectOf(entries: [Program, Program][]): Program {
  return (run) => {
    const object = Object.create(null) as Record<string, unknown>;
    for (const [key, value] of entries) {
      const name = key(run);
      if (typeof name !== 'string')
        throw new Failure('expression_type', `the name of a field is a text, not ${called(name)}`);
      object[name] = value(run);
    }
    return object;
  };
}

/** As CEL has it: a side that fails is overlooked when the other one decides. */
function decided([left, right]: [Program, Program], operator: '&&' | '||'): Program {
  const decisive = operator === '||';
  return (run) => {
    let first: boolean;
    try {
      first = truth(left(run), operator);
    } catch (error) {
      if (!(error instanceof Failure) || error.code === 'expression_limit') throw error;
      run.spend(COST_OF_FAILURE);
      if (truth(right(run), operator) === decisive) return decisive;
      throw error;
    }
    return first === decisive ? decisive : truth(right(run), operator);
  };
}

function truth(value: unknown, operator: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new Failure('expression_type', `“${operator}” needs true or false, not ${called(value)}`);
}

function negative(value: unknown): number {
  if (typeof value === 'number') return -value;
  throw new Failure('expression_type', `“-” needs a number, not ${called(value)}`);
}

function compileLoop(nodes: ASTNode[], name: keyof typeof loops, locals: readonly string[]): Program {
  const [items, local, ...bodies] = nodes as [ASTNode, ASTNode, ...ASTNode[]];
  const inside = [...locals, local.op === 'id' ? local.args : ''];
  return loops[name]({
    items: compileNode(items, locals),
    slot: locals.length,
    bodies: bodies.map((body) => compileNode(body, inside)),
    // Half of its characters is about how many nodes a body has.
    cost: 8 + (bodies.reduce((length, body) => length + body.end - body.start, 0) >> 1),
  });
}
