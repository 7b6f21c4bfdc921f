import type { Problem } from '@scenarium/language';
import { countsOf } from './counts-of.ts';
import { useTexts } from './texts.ts';

interface ProblemCountsProps {
  problems: readonly Problem[];
  checking: boolean;
}

/** How much is wrong, in a line. */
export function ProblemCounts({ problems, checking }: ProblemCountsProps) {
  const t = useTexts();
  const { errors, warnings, infos } = countsOf(problems);
  return (
    <div className="problems-head" role="status">
      {checking && <span>{t('checking')}</span>}
      {!checking && problems.length === 0 && <span className="status good">{t('fine')}</span>}
      {errors > 0 && <strong className="is-error">{t('errors', { count: errors })}</strong>}
      {warnings > 0 && <strong className="is-warning">{t('warnings', { count: warnings })}</strong>}
      {infos > 0 && <span>{t('infos', { count: infos })}</span>}
    </div>
  );
}
