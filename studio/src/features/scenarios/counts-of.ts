import type { Problem } from '@scenarium/language';

export function countsOf(problems: readonly Problem[]): { errors: number; warnings: number; infos: number } {
  const of = (severity: Problem['severity']): number =>
    problems.filter((problem) => problem.severity === severity).length;
  return { errors: of('error'), warnings: of('warning'), infos: of('info') };
}
