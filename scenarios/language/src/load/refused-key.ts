const REFUSED = new Set(['__proto__', 'constructor', 'prototype']);

/** Keys that no object of a scenario may have: they mean something to every object. */
export function isRefusedKey(key: string): boolean {
  return REFUSED.has(key);
}
