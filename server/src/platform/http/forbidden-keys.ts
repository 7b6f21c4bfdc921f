const DEEPEST = 60;

/**
 * Keys that are operators of the database or reach a prototype, also as one part of a dotted or bracketed path (`a.$where`,
 * `email[$ne]`), which is how query strings and update paths spell nesting.
 */
const FORBIDDEN = /(?:^|[.[\]])(?:\$|(?:__proto__|constructor|prototype)(?:$|[.[\]]))/;

/**
 * The path of the first key that no request may hold, or of the place where nesting is too deep; undefined when all is well.
 *
 * @example forbiddenKey({ email: { $ne: '' } }, ['body']) // 'body.email.$ne'
 */
export function forbiddenKey(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (path.length > DEEPEST) return path.join('.');
  if (Array.isArray(value)) return firstOf(value.entries(), path);
  for (const key of Object.keys(value)) if (FORBIDDEN.test(key)) return [...path, key].join('.');
  return firstOf(Object.entries(value), path);
}

function firstOf(entries: Iterable<[string | number, unknown]>, path: readonly string[]): string | undefined {
  for (const [key, item] of entries) {
    if (typeof item !== 'object' || item === null) continue;
    const inside = forbiddenKey(item, [...path, String(key)]);
    if (inside !== undefined) return inside;
  }
  return undefined;
}
