import type { ASTNode } from '@marcbachmann/cel-js';
import { compilePattern } from '../functions/pattern.ts';
import { expressionFunctions, functions } from '../functions/index.ts';
import type { Kind } from '../kinds.ts';
import { isLoop } from '../loops.ts';
import { refused, unknownFunction, unreadable, wrongArguments } from '../problems.ts';
import type { Analyst, Around } from './analyse.ts';

/** A call: `args` with the receiver in front when it is written `a.f(b)`. */
interface Call {
  node: ASTNode;
  name: string;
  args: ASTNode[];
}

const MOST_LOOPS = 2;

export function analyseCall(analyst: Analyst, call: Call, around: Around): Kind {
  const { node, name, args } = call;
  if (name === 'matches') {
    analyst.report(node, refused('matches'));
    return 'boolean';
  }
  if (name === 'has' && args.length === 1) {
    analyst.kind(args[0] as ASTNode, around);
    return 'boolean';
  }
  if (name === 'default' && args.length === 2) {
    const kinds = args.map((arg) => analyst.kind(arg, around));
    return kinds[0] === kinds[1] ? (kinds[0] as Kind) : 'any';
  }
  return analyseFunction(analyst, call, around);
}

export function analyseMethod(analyst: Analyst, call: Call, around: Around): Kind {
  return isLoop(call.name, call.args.length - 1)
    ? analyseLoop(analyst, call, around)
    : analyseCall(analyst, call, around);
}

function analyseLoop(analyst: Analyst, { node, name, args }: Call, around: Around): Kind {
  const [items, item, ...bodies] = args as [ASTNode, ASTNode, ...ASTNode[]];
  analyst.expect(items, around, ['list', 'object'], { en: `${name}()`, ru: `${name}()` });
  if (around.locals.length >= MOST_LOOPS) analyst.report(node, refused('loops'));
  const inside = { locals: [...around.locals, item.op === 'id' ? item.args : ''] };
  bodies.forEach((body, i) => {
    const isCondition = name !== 'map' || i < bodies.length - 1;
    const where = { en: `The condition of ${name}()`, ru: `Условие в ${name}()` };
    if (isCondition) analyst.expect(body, inside, ['boolean'], where);
    else analyst.kind(body, inside);
  });
  return name === 'map' || name === 'filter' ? 'list' : 'boolean';
}

function analyseFunction(analyst: Analyst, { node, name, args }: Call, around: Around): Kind {
  const definition = functions.get(name);
  const signature = expressionFunctions.find((known) => known.name === name)?.signature;
  if (!definition) {
    for (const arg of args) analyst.kind(arg, around);
    const known = expressionFunctions.map((each) => each.name);
    analyst.report(node, signature ? wrongArguments(name, args.length, signature) : unknownFunction(name, known));
    return 'any';
  }
  const kinds = [...definition.takes, ...definition.mayTake];
  if (args.length < definition.takes.length || args.length > kinds.length)
    analyst.report(node, wrongArguments(name, args.length, signature ?? name));
  args.forEach((arg, i) => analyst.expect(arg, around, [kinds[i] ?? 'any'], { en: `${name}()`, ru: `${name}()` }));
  if (name === 'matchesPattern') checkPattern(analyst, args[1]);
  return definition.gives;
}

function checkPattern(analyst: Analyst, pattern: ASTNode | undefined): void {
  if (pattern?.op !== 'value' || typeof pattern.args !== 'string') return;
  try {
    compilePattern(pattern.args);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    analyst.report(pattern, unreadable(pattern.args, { en: message, ru: message }));
  }
}
