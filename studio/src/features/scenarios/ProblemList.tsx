import type { Problem } from '@scenarium/language';
import { inLanguage } from '../../i18n/in-language.ts';
import { countsOf } from './counts-of.ts';
import { useTexts } from './texts.ts';

interface ProblemListProps {
  problems: readonly Problem[];
  checking: boolean;
  onShow(problem: Problem): void;
}

const ORDER = ['error', 'warning', 'info'];

/** What is wrong, worst first; pressing one goes there. */
export function ProblemList({ problems, checking, onShow }: ProblemListProps) {
  const t = useTexts();
  const { errors, warnings, infos } = countsOf(problems);
  const sorted = [...problems].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return (
    <>
      <div className="problems-head" role="status">
        {checking && <span>{t('checking')}</span>}
        {!checking && problems.length === 0 && <span className="status good">{t('fine')}</span>}
        {errors > 0 && <strong className="is-error">{t('errors', { count: errors })}</strong>}
        {warnings > 0 && <strong className="is-warning">{t('warnings', { count: warnings })}</strong>}
        {infos > 0 && <span>{t('infos', { count: infos })}</span>}
      </div>
      {problems.length > 0 && (
        <div className="problems" role="region" aria-label={t('problems')} tabIndex={0}>
          <ul>
            {sorted.map((problem, i) => (
              <li key={i}>
                <button type="button" onClick={() => onShow(problem)}>
                  <span className={`is-${problem.severity}`} aria-hidden>
                    ●
                  </span>
                  <span>
                    {inLanguage({ ...problem.message })}
                    <small>{inLanguage({ ...problem.hint })}</small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
