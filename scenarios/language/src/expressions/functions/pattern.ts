import { RE2JS } from 're2js';
import type { Evaluation, Program } from '../evaluation.ts';
import { Failure } from '../failure.ts';
import { called } from '../kinds.ts';
import { define } from './define.ts';

const LONGEST_PATTERN = 500;
const LARGEST_PATTERN = 1_200;
const MOST_PATTERNS = 500;
const patterns = new Map<string, RE2JS>();

export const matchesPattern = define('matchesPattern', {
  takes: ['text', 'text'],
  gives: 'boolean',
  en: 'Does the whole text match a pattern (RE2 syntax)?',
  ru: 'Подходит ли весь текст под образец (синтаксис RE2)',
  example: 'matchesPattern("AB-12", "[A-Z]+-[0-9]+")',
  call(run, text, pattern) {
    // Paid each time, whether the pattern is known already or not: work must not depend on what ran before.
    run.spend(10_000 * (1 + pattern.length));
    return matches(run, text, compilePattern(pattern));
  },
});

/** The call with a pattern that is written in the expression: it is compiled now, and never again. @throws Failure */
export function constantPattern(text: Program, pattern: string): Program {
  const compiled = compilePattern(pattern);
  return (run) => {
    const value = text(run);
    if (typeof value !== 'string')
      throw new Failure('expression_type', `matchesPattern() needs a text, not ${called(value)}`);
    return matches(run, value, compiled);
  };
}

/**
 * A compiled pattern. RE2's patterns take time in proportion to the text and to the pattern's program, whatever they are.
 * @throws Failure when it is too large or cannot be read
 */
export function compilePattern(pattern: string): RE2JS {
  const known = patterns.get(pattern);
  if (known) return known;
  if (pattern.length > LONGEST_PATTERN)
    throw new Failure('expression_limit', `a pattern may have ${LONGEST_PATTERN} characters, not ${pattern.length}`);
  const compiled = read(pattern);
  if (compiled.programSize() > LARGEST_PATTERN)
    throw new Failure('expression_limit', `the pattern “${pattern}” repeats too much: use smaller counts in {…}`);
  if (patterns.size >= MOST_PATTERNS) patterns.clear();
  patterns.set(pattern, compiled);
  return compiled;
}

function read(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Failure('expression_failed', `the pattern “${pattern}” cannot be read: ${why}`);
  }
}

function matches(run: Evaluation, text: string, pattern: RE2JS): boolean {
  run.spend(text.length * pattern.programSize() * 4);
  return pattern.testExact(text);
}
