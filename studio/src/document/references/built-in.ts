const BUILT_IN = new Set(['contact', 'conversation', 'agent', 'message', 'locale', 'now', 'error']);

/** Does every expression see this name beside the variables? */
export function isBuiltIn(name: string): boolean {
  return BUILT_IN.has(name);
}
