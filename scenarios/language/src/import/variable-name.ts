import { BUILT_IN } from '../expressions/built-in.ts';
import { slugOf } from './slug.ts';

// Words of the expression language, and names of its types, that no variable can have.
const WORDS = new Set([
  ...['true', 'false', 'null', 'in', 'as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if', 'import'],
  ...['let', 'loop', 'package', 'namespace', 'return', 'var', 'void', 'while', 'int', 'string', 'bool', 'list', 'map'],
  ...['type', 'double', 'bytes', 'uint', 'constructor', 'prototype'],
]);

/** A name people gave a variable as an identifier: “Lead score” is `lead_score`. */
export function variableNameFor(name: string): string {
  const slug = slugOf(name) ?? 'value';
  const identifier = /^\d/.test(slug) ? `value_${slug}` : slug;
  return WORDS.has(identifier) || Object.hasOwn(BUILT_IN, identifier) ? `${identifier}_value` : identifier;
}
