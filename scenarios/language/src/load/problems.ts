import type { LocalisedText, Problem } from '../problem.ts';

/** An error of a document, at a path. */
export function documentProblem(
  code: string,
  path: (string | number)[],
  texts: { message: LocalisedText; hint: LocalisedText; step?: string },
): Problem {
  const { message, hint, step } = texts;
  return { code, severity: 'error', place: { path, ...(step !== undefined && { step }) }, message, hint };
}

/** A value as people see it in a message, cut when long. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
