import type { Problem, Scenario } from '@scenarium/language';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { countsOf } from '../scenarios/counts-of.ts';
import type { OverlayStore } from '../scenarios/overlay.ts';
import { ProblemList } from '../scenarios/ProblemList.tsx';
import { useTexts } from './texts.ts';

interface DraftErrorsProps {
  problems: readonly Problem[];
  scenario: Scenario | null;
  overlay: OverlayStore;
}

/** Says that the draft has errors, and shows them on demand. Nothing where it has none. */
export function DraftErrors({ problems, scenario, overlay }: DraftErrorsProps) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const { errors } = countsOf(problems);
  if (errors === 0) return null;

  function show({ place: { path } }: Problem): void {
    const [list, position] = path;
    const step = list === 'steps' ? scenario?.steps[Number(position)] : undefined;
    if (step) overlay.show({ latest: step.id });
  }

  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={t('draftErrors', { count: errors })}
        action={
          <Button size="small" onClick={() => setOpen(!open)}>
            {open ? t('hideErrors') : t('showErrors')}
          </Button>
        }
      />
      {open && (
        <ProblemList
          problems={problems.filter(({ severity }) => severity === 'error')}
          checking={false}
          onShow={show}
        />
      )}
    </>
  );
}
