import { Environment, type ASTNode } from '@marcbachmann/cel-js';
import { unreadable, type ExpressionProblem } from './problems.ts';

const LONGEST_EXPRESSION = 2_000;

// Only the grammar of the library is used: any name may be read and called as far as it is concerned.
const grammar = new Environment({
  unlistedVariablesAreDyn: true,
  limits: { maxAstNodes: 700, maxDepth: 40, maxListElements: 200, maxMapEntries: 100, maxCallArguments: 16 },
});

export type Parsed = { ok: true; root: ASTNode } | { ok: false; problem: ExpressionProblem };

/** Reads the source of an expression. Never throws. */
export function parseExpression(source: string): Parsed {
  if (source.length > LONGEST_EXPRESSION) {
    const en = `it has ${source.length} characters, ${LONGEST_EXPRESSION} are allowed`;
    const ru = `в нём ${source.length} символов, допустимо ${LONGEST_EXPRESSION}`;
    return { ok: false, problem: unreadable(`${source.slice(0, 40)}…`, { en, ru }) };
  }
  try {
    return { ok: true, root: grammar.parse(source).ast };
  } catch (error) {
    const { message, start, end } = described(error);
    return { ok: false, problem: unreadable(source, { en: message, ru: message }, start, end) };
  }
}

/** What the parser says, without the excerpt of the source that it adds. */
function described(error: unknown): { message: string; start?: number; end?: number } {
  if (!(error instanceof Error)) return { message: String(error) };
  const range = 'range' in error ? (error.range as { start: number; end: number } | undefined) : undefined;
  return { message: error.message.split('\n')[0] ?? '', ...(range && { start: range.start, end: range.end }) };
}
