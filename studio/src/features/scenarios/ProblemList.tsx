import type { Problem } from '@scenarium/language';
import { ProblemCounts } from './ProblemCounts.tsx';
import { ProblemRows } from './ProblemRows.tsx';

interface ProblemListProps {
  problems: readonly Problem[];
  checking: boolean;
  onShow(problem: Problem): void;
}

/** What is wrong: how much of it, and each with the way there. */
export function ProblemList({ problems, checking, onShow }: ProblemListProps) {
  return (
    <>
      <ProblemCounts problems={problems} checking={checking} />
      {problems.length > 0 && <ProblemRows problems={problems} onShow={onShow} />}
    </>
  );
}
