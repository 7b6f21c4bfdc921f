import { Environment, type ASTNode } from '@marcbachmann/cel-js';
import { syntaxProblem } from './syntax-problem.ts';
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
    return { ok: false, problem: unreadable(source, { en, ru }) };
  }
  try {
    return { ok: true, root: grammar.parse(source).ast };
  } catch (error) {
    return { ok: false, problem: syntaxProblem(source, error) };
  }
}
