import type { Problem } from '@scenarium/language';
import { Button } from 'antd';
import { inLanguage } from '../../i18n/in-language.ts';
import { useTexts } from './texts.ts';

interface ProblemRowsProps {
  problems: readonly Problem[];
  onShow(problem: Problem): void;
  /** What mends a problem at once, where something does. */
  fixOf?(problem: Problem): { label: string; run(): void } | undefined;
}

const ORDER = ['error', 'warning', 'info'];

/** What is wrong, worst first; pressing one goes there. */
export function ProblemRows({ problems, onShow, fixOf }: ProblemRowsProps) {
  const t = useTexts();
  const sorted = [...problems].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return (
    <div className="problems" role="region" aria-label={t('problems')} tabIndex={0}>
      <ul>
        {sorted.map((problem, i) => {
          const fix = fixOf?.(problem);
          return (
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
              {fix && (
                <Button size="small" onClick={fix.run}>
                  {fix.label}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
