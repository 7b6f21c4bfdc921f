import { definitionOf, type Flow, type Step, type Text, type TextVariant } from '@scenarium/language';
import { referencesInExpression, referencesInTemplate, type Reference } from './references-in.ts';

/** What holds a use of a variable. */
export type Owner =
  { kind: 'step'; id: string } | { kind: 'flow'; id: string } | { kind: 'text'; locale: string; id: string };

/**
 * One place where a variable is read or written: `path` leads from its owner to the text, `start` and `end` to the name in it.
 * A use `as: 'key'` is the last key of the path itself.
 */
export interface Use {
  variable: string;
  access: 'read' | 'write';
  owner: Owner;
  path: (string | number)[];
  as: 'source' | 'value' | 'key';
  start: number;
  end: number;
}

const ofSteps = new WeakMap<Step, readonly Use[]>();

/** Every use of a variable in a step. */
export function usesInStep(step: Step): readonly Use[] {
  const known = ofSteps.get(step);
  if (known) return known;
  const definition = definitionOf(step);
  const owner: Owner = { kind: 'step', id: step.id };
  const uses = [
    ...(definition.expressions?.(step) ?? []).flatMap(({ path, source, locals }) =>
      reads(owner, path, referencesInExpression(source, locals)),
    ),
    ...(definition.templates?.(step) ?? []).flatMap(({ path, value, locals }) =>
      reads(owner, path, referencesInTemplate(value, locals)),
    ),
    ...(definition.writes?.(step) ?? []).map(({ path, variable }): Use => {
      const as = step.type === 'call' && path[0] === 'outputs' ? 'key' : 'value';
      return { variable, access: 'write', owner, path, as, start: 0, end: variable.length };
    }),
  ];
  ofSteps.set(step, uses);
  return uses;
}

/** Every use of a variable in the condition of a flow. */
export function usesInFlow({ id, when }: Flow): Use[] {
  return when === undefined ? [] : reads({ kind: 'flow', id }, ['when'], referencesInExpression(when));
}

/** Every use of a variable in a text of one locale. */
export function usesInText(text: Text, owner: Owner): Use[] {
  if (!Array.isArray(text)) return usesInVariant(text, owner, []);
  return text.flatMap((variant, i) => usesInVariant(variant, owner, [i]));
}

function usesInVariant(variant: TextVariant, owner: Owner, path: (string | number)[]): Use[] {
  if (typeof variant === 'string') return reads(owner, path, referencesInTemplate(variant));
  return [
    ...reads(owner, [...path, 'plural'], referencesInExpression(variant.plural)),
    ...reads(owner, [...path, 'forms'], referencesInTemplate(variant.forms)),
  ];
}

function reads(owner: Owner, path: (string | number)[], references: readonly Reference[]): Use[] {
  return references.map(({ variable, start, end, path: inside }) => ({
    variable,
    access: 'read',
    owner,
    path: [...path, ...inside],
    as: 'source',
    start,
    end,
  }));
}
