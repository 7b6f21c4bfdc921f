import type { StepOf } from '@scenarium/language';
import { freshId } from '../../../document/index.ts';
import { ScalarsField } from '../fields/ScalarsField.tsx';
import { ChoiceField, ExpressionField, TextField } from '../fields/step-fields.tsx';
import { StepRows } from '../fields/StepRows.tsx';
import { SuggestField } from '../fields/server-choices.tsx';
import { useTexts } from '../texts.ts';

type Case = StepOf<'switch'>['cases'][number];

export function SwitchForm() {
  const t = useTexts();
  return (
    <>
      <ExpressionField path={['value']} label={t('switchValue')} help={t('switchValue.help')} />
      <StepRows<Case>
        path={['cases']}
        title={t('cases')}
        add={t('addCase')}
        min={1}
        max={100}
        keyOf={(_, i) => String(i)}
        fresh={(cases) => ({ id: freshId('case-1', (id) => cases.some((one) => one.id === id)), equals: '' })}
      >
        {(_, path) => (
          <div className="pair">
            <ScalarsField path={[...path, 'equals']} label={t('equals')} help={t('equals.help')} />
            <TextField path={[...path, 'id']} label={t('id')} />
          </div>
        )}
      </StepRows>
    </>
  );
}

export function ParallelForm() {
  return <p className="field-help">{useTexts()('parallel.help')}</p>;
}

export function JoinForm() {
  const t = useTexts();
  return (
    <ChoiceField
      path={['mode']}
      label={t('joinMode')}
      help={t('joinMode.help')}
      options={(['all', 'first'] as const).map((value) => ({ value, label: t(`joinMode.${value}`) }))}
    />
  );
}

export function EndForm() {
  const t = useTexts();
  return (
    <SuggestField
      path={['outcome']}
      label={t('outcome')}
      help={t('outcome.help')}
      options={['done', 'resolved', 'escalated', 'abandoned'].map((value) => ({ value, label: value }))}
    />
  );
}
