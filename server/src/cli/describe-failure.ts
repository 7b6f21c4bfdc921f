import type { CaseFailure } from '@scenarium/engine';

/** One line of what is not as a case expects. */
export function describeFailure(failure: CaseFailure): string {
  switch (failure.kind) {
    case 'count': {
      const { turn, expected, said } = failure;
      return `turn ${turn + 1}: expected ${expected} messages, got ${said.length}: ${JSON.stringify(said)}`;
    }
    case 'message':
      return `turn ${failure.turn + 1}: expected ${JSON.stringify(failure.expected)}, got ${JSON.stringify(failure.said)}`;
    case 'outcome':
      return `outcome: expected ${failure.expected}, got ${failure.got}`;
    case 'variable':
      return `${failure.name}: expected ${JSON.stringify(failure.expected)}, got ${JSON.stringify(failure.got)}`;
  }
}
