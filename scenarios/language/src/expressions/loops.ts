import { COST_OF_FAILURE, type Evaluation, type Program } from './evaluation.ts';
import { Failure } from './failure.ts';
import { called } from './kinds.ts';

/** A loop being compiled: where its items come from, where the item is bound, and what is done with each. */
export interface Loop {
  items: Program;
  /** Position among the locals. */
  slot: number;
  bodies: Program[];
  /** Units of work of one turn. */
  cost: number;
}

type LoopName = 'map' | 'filter' | 'all' | 'exists' | 'exists_one';

/** CEL's loops. `all` and `exists` overlook an item that fails when another one decides. */
export const loops: Record<LoopName, (loop: Loop) => Program> = {
  map(loop) {
    const [condition, transform = condition] = loop.bodies as [Program, Program?];
    return (run) => {
      const result: unknown[] = [];
      eachItem(loop, run, () => {
        if (condition === transform || holds(condition(run))) result.push(transform(run));
      });
      return result;
    };
  },
  filter(loop) {
    const [condition] = loop.bodies as [Program];
    return (run) => {
      const result: unknown[] = [];
      eachItem(loop, run, (item) => {
        if (holds(condition(run))) result.push(item);
      });
      return result;
    };
  },
  all: (loop) => decided(loop, false),
  exists: (loop) => decided(loop, true),
  exists_one(loop) {
    const [condition] = loop.bodies as [Program];
    return (run) => {
      let count = 0;
      eachItem(loop, run, () => {
        if (holds(condition(run))) count += 1;
      });
      return count === 1;
    };
  },
};

/** A loop's name and how many arguments it may have. */
export function isLoop(name: string, args: number): name is LoopName {
  return Object.hasOwn(loops, name) && (args === 2 || (name === 'map' && args === 3));
}

function decided(loop: Loop, by: boolean): Program {
  const [condition] = loop.bodies as [Program];
  return (run) => {
    let found = false;
    let failure: Failure | undefined;
    eachItem(loop, run, () => {
      if (found) return;
      try {
        found = holds(condition(run)) === by;
      } catch (error) {
        if (!(error instanceof Failure) || error.code === 'expression_limit') throw error;
        run.spend(COST_OF_FAILURE);
        failure ??= error;
      }
    });
    if (!found && failure) throw failure;
    return found === by;
  };
}

function eachItem({ items, slot, cost }: Loop, run: Evaluation, visit: (item: unknown) => void): void {
  const collection = items(run);
  if (typeof collection !== 'object' || collection === null)
    throw new Failure(
      'expression_type',
      `a loop goes over a list or the keys of an object, not over ${called(collection)}`,
    );
  const list: readonly unknown[] = Array.isArray(collection) ? collection : keysOf(collection, run);
  for (const item of list) {
    run.spend(cost);
    run.locals[slot] = item;
    visit(item);
  }
}

function keysOf(object: object, run: Evaluation): string[] {
  const keys = Object.keys(object);
  run.spend(keys.length * 4);
  return keys;
}

function holds(value: unknown): boolean {
  if (typeof value !== 'boolean')
    throw new Failure('expression_type', `the condition of a loop must be true or false, not ${called(value)}`);
  return value;
}
