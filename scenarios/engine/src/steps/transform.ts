import { printed, type Json, type StepOf } from '@scenarium/language';
import type { Token } from '../contract/run.ts';
import { StepFailure } from '../work/step-failure.ts';
import type { Work } from '../work/work.ts';
import type { StepHandler } from './handler.ts';

type Transform = StepOf<'transform'>;
type Operation = Transform['operations'][number];

const LONGEST_LIST = 1_000;

export const transform: StepHandler<Transform> = {
  enter(work, token, step) {
    let value = work.evaluate(token, step.from);
    for (const operation of step.operations)
      value = apply(work, token, { operation, list: listOf(value, operation.op) });
    work.assign(token, step.saveTo, value);
    return { exit: 'next' };
  },
};

function listOf(value: Json, operation: string): Json[] {
  if (!Array.isArray(value))
    throw new StepFailure('wrong_type', `“${operation}” needs a list, not ${JSON.stringify(value).slice(0, 100)}`);
  if (value.length > LONGEST_LIST)
    throw new StepFailure('list_too_long', `the list has ${value.length} items, ${LONGEST_LIST} are allowed`);
  return value;
}

function apply(work: Work, token: Token, { operation, list }: { operation: Operation; list: Json[] }): Json {
  const compiled = work.compiled(token);
  const bound = (item: Json, index: number) =>
    Object.assign(Object.create(null) as object, work.bindings(token), { item, index });
  const each = (source: string) => list.map((item, index) => compiled.evaluate(source, bound(item, index)));
  switch (operation.op) {
    case 'filter': {
      const keep = each(operation.where);
      return list.filter((_, i) => keep[i] === true);
    }
    case 'map':
      return each(operation.to);
    case 'sort': {
      const keys = each(operation.by);
      const order = list.map((_, i) => i).sort((a, b) => compare(keys[a] ?? null, keys[b] ?? null) || a - b);
      if (operation.descending) order.reverse();
      return order.map((i) => list[i] ?? null);
    }
    case 'unique': {
      const keys = each(operation.by).map((key) => JSON.stringify(key));
      return list.filter((_, i) => keys.indexOf(keys[i] as string) === i);
    }
    case 'take':
      return list.slice(0, operation.count);
    case 'format':
      return list
        .map((item, index) => printed(compiled.render(operation.template, bound(item, index))))
        .join(operation.separator);
    case 'count':
      return list.length;
  }
}

function compare(a: Json, b: Json): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const left = printed(a);
  const right = printed(b);
  return left < right ? -1 : left > right ? 1 : 0;
}
