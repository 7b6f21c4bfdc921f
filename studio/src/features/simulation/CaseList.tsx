import { mergeCoverage } from '@scenarium/engine';
import type { Case, Scenario } from '@scenarium/language';
import { Button, Switch } from 'antd';
import { useState } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useConfirmDelete } from '../../ui/use-confirm-delete.ts';
import { failureWords } from './failure-words.ts';
import type { CaseRuns } from './use-case-runs.ts';
import { useTexts } from './texts.ts';

export interface NamedCase {
  key: string;
  given: Case;
}

interface CaseListProps {
  scenario: Scenario;
  cases: readonly NamedCase[];
  runs: CaseRuns;
  canWrite: boolean;
  covered: boolean;
  onRun(cases: NamedCase[]): void;
  onOpen(one: NamedCase): void;
  onEdit(one: NamedCase): void;
  onRemove(one: NamedCase): Promise<unknown>;
  onCovered(shown: boolean): void;
}

/** The cases of a scenario, whether they pass, and what they cover together. */
export function CaseList({ scenario, cases, runs, canWrite, covered, ...on }: CaseListProps) {
  const t = useTexts();
  const confirmDelete = useConfirmDelete();
  const [open, setOpen] = useState<string>();
  if (cases.length === 0) return <EmptyState title={t('noCases')}>{t('noCasesText')}</EmptyState>;
  const ran = cases.flatMap(({ key }) => runs[key] ?? []);
  const failed = ran.filter(({ failures }) => failures.length > 0).length;
  const { steps, flows } = mergeCoverage(
    scenario,
    ran.map(({ coverage }) => coverage),
  );
  return (
    <>
      <div className="row">
        <Button size="small" type="primary" onClick={() => on.onRun([...cases])}>
          {t('runAll')}
        </Button>
        <span role="status" className="grow">
          {ran.length > 0 &&
            (failed > 0 ? t('someFailed', { failed, all: ran.length }) : t('allPass', { all: ran.length }))}
        </span>
      </div>
      {ran.length > 0 && (
        <div className="soft">
          {t('coverage', { steps: share(steps), flows: share(flows) })}
          <div className="row">
            <Switch size="small" checked={covered} aria-label={t('showCoverage')} onChange={on.onCovered} />
            {t('showCoverage')}
          </div>
        </div>
      )}
      <ul className="cases">
        {cases.map((one) => {
          const [first] = runs[one.key]?.failures ?? [];
          const state = !runs[one.key] ? '' : first ? 'bad' : 'good';
          return (
            <li key={one.key}>
              <button type="button" className="row" onClick={() => setOpen(open === one.key ? undefined : one.key)}>
                <span className={`status ${state}`}>
                  {state && (
                    <span aria-label={t(state === 'good' ? 'passes' : 'doesNotPass')}>
                      {state === 'good' ? '✓' : '✕'}
                    </span>
                  )}
                  {one.given.name}
                </span>
                <small className="soft">{one.given.locale}</small>
              </button>
              {first && <p className="is-error">{failureWords(first, t)}</p>}
              {(open === one.key || first) && (
                <div className="row">
                  <Button size="small" onClick={() => on.onOpen(one)}>
                    {first ? t('openAtFailure') : t('openCase')}
                  </Button>
                  <Button size="small" onClick={() => on.onRun([one])}>
                    {t('runOne')}
                  </Button>
                  {canWrite && (
                    <>
                      <Button size="small" onClick={() => on.onEdit(one)}>
                        {t('edit')}
                      </Button>
                      <Button
                        size="small"
                        danger
                        onClick={() =>
                          confirmDelete({
                            title: t('removeCase', { name: one.given.name }),
                            meaning: t('removeCaseText'),
                            remove: () => on.onRemove(one),
                          })
                        }
                      >
                        {t('remove')}
                      </Button>
                    </>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function share({ covered, missed }: { covered: string[]; missed: string[] }): number {
  const all = covered.length + missed.length;
  return all === 0 ? 100 : Math.floor((100 * covered.length) / all);
}
