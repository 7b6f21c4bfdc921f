import type { ASTNode } from '@marcbachmann/cel-js';

/** What an expression is made of, as far as the language cares. */
export interface Inspection {
  /** Names it reads that are not bound inside it. */
  reads: string[];
  /** A construct that is refused, and why. */
  refused?: 'matches' | 'nested-loops' | 'long-text-in-loop';
}

const LOOPS = new Set(['map', 'filter', 'all', 'exists', 'exists_one', 'sortBy', 'transformList', 'transformMap']);
const MOST_JOINS_IN_LOOP = 16;

/**
 * Walks an expression. `matches()` is refused (its patterns take exponential time), so are loops in loops and long sums of texts
 * in a loop: what is left ends soon whatever the values are.
 */
export function inspect(root: ASTNode): Inspection {
  const reads = new Set<string>();
  let refused: Inspection['refused'];
  walk(root, { bound: [], loops: 0 });
  return { reads: [...reads], ...(refused && { refused }) };

  function walk(node: unknown, inside: { bound: string[]; loops: number }): number {
    if (Array.isArray(node)) return node.reduce<number>((joins, item) => joins + walk(item, inside), 0);
    if (!isNode(node)) return 0;
    if (node.op === 'value') return 0;
    if (node.op === 'id') {
      if (!inside.bound.includes(node.args)) reads.add(node.args);
      return 0;
    }
    if (node.op === '.' || node.op === '.?') return walk(node.args[0], inside);
    if (node.op === 'call' || node.op === 'rcall') {
      const [name] = node.args;
      if (name === 'matches') refused = 'matches';
      if (node.op === 'rcall' && LOOPS.has(name))
        return loop(node.args[1], node.args[2] as unknown as ASTNode[], inside);
      return walk(node.args.slice(1), inside);
    }
    const joins = walk(node.args, inside) + (node.op === '+' ? 1 : 0);
    if (inside.loops > 0 && joins > MOST_JOINS_IN_LOOP) refused = 'long-text-in-loop';
    return joins;
  }

  function loop(list: ASTNode, args: ASTNode[], inside: { bound: string[]; loops: number }): number {
    if (inside.loops > 0) refused = 'nested-loops';
    const names = args.slice(0, -1).flatMap((arg) => (arg.op === 'id' ? [arg.args] : []));
    const body = args.filter((arg) => !(arg.op === 'id' && names.includes(arg.args)) || arg === args.at(-1));
    return walk(list, inside) + walk(body, { bound: [...inside.bound, ...names], loops: inside.loops + 1 });
  }
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value;
}
