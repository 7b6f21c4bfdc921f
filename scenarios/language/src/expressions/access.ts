import { COST_OF_FAILURE, type Evaluation, type Program } from './evaluation.ts';
import { Failure, Missing } from './failure.ts';
import { called } from './kinds.ts';

/** Reads a variable. Only what the bindings hold themselves: nothing is inherited. */
export function variable(name: string): Program {
  const inherited = name in Object.prototype;
  return ({ bindings }) => {
    const value = bindings[name];
    if (value === undefined || (inherited && !Object.hasOwn(bindings, name))) return missing(name, bindings);
    return value;
  };
}

/** A field of an object by name. */
export function field(target: unknown, name: string): unknown {
  const value = ownField(target, name);
  if (value !== undefined) return value;
  if (target === null) throw new Missing(`“${name}” cannot be read: ${called(target)} has no fields`);
  return missing(name, target as object);
}

/** A field, undefined when it is not there or there is nothing to have it. */
export function ownField(target: unknown, name: string): unknown {
  if (target === null || target === undefined) return undefined;
  if (typeof target !== 'object' || Array.isArray(target))
    throw new Failure('expression_type', `“${name}” cannot be read: ${called(target)} has no fields`);
  return Object.hasOwn(target, name) ? (target as Record<string, unknown>)[name] : undefined;
}

/** An item of a list by position, or a field of an object by name. */
export function item(target: unknown, key: unknown): unknown {
  if (typeof key === 'string') return field(target, key);
  if (!Array.isArray(target))
    throw new Failure('expression_type', `there is no “[${called(key)}]” in ${called(target)}`);
  if (typeof key !== 'number' || !Number.isInteger(key))
    throw new Failure('expression_type', `an item of a list is found by a whole number, not by ${called(key)}`);
  if (key < 0 || key >= target.length) throw new Missing(`there is no item ${key} in a list of ${target.length}`);
  return target[key] as unknown;
}

/** The value, or undefined when something on the way to it is not there. */
export function orMissing(program: Program, run: Evaluation): unknown {
  try {
    return program(run);
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    run.spend(COST_OF_FAILURE);
    return undefined;
  }
}

function missing(name: string, within: object): never {
  throw new Missing(`there is no “${name}”`, name, within);
}
