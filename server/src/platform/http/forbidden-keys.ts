const REFUSED = new Set(['__proto__', 'constructor', 'prototype']);
const DEEPEST = 60;

/** The path of the first key that no request may hold (operators of the database, keys of the prototype), or of too deep nesting. */
export function forbiddenKey(value: unknown, path: string[] = []): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (path.length > DEEPEST) return path.join('.');
  for (const [key, item] of Object.entries(value)) {
    if (!Array.isArray(value) && (key.startsWith('$') || REFUSED.has(key))) return [...path, key].join('.');
    const inside = forbiddenKey(item, [...path, key]);
    if (inside !== undefined) return inside;
  }
  return undefined;
}
