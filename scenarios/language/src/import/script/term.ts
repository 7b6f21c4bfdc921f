/** A piece of an expression, and what it is known to give. */
export interface Term {
  source: string;
  kind: 'text' | 'number' | 'boolean' | 'list' | 'any';
  /** May be empty: then it counts as nothing, as zero, as an empty text. */
  isVariable?: boolean;
}

/** Thrown where a script has no counterpart. */
export class Untranslatable extends Error {}

export function asNumber({ source, kind, isVariable }: Term): string {
  if (kind !== 'number') return `number(default(${source}, 0))`;
  return isVariable ? `default(${source}, 0)` : source;
}

export function asText({ source, kind, isVariable }: Term): string {
  if (kind === 'text') return isVariable ? `default(${source}, "")` : source;
  if (kind === 'list') return `join(${source}, ", ")`;
  return isVariable || kind === 'any' ? `string(default(${source}, ""))` : `string(${source})`;
}

export function asList({ source, kind, isVariable }: Term): string {
  return kind === 'list' && !isVariable ? source : `default(${source}, [])`;
}

/** Is it anything at all? */
export function asBoolean({ source, kind }: Term): string {
  if (kind === 'boolean') return source;
  if (kind === 'number') return `default(${source}, 0) != 0`;
  if (kind === 'list') return `size(default(${source}, [])) > 0`;
  return `default(${source}, "") != ""`;
}
