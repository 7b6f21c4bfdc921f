import type { StepOf } from '@scenarium/language';
import { Segmented } from 'antd';
import { configureStep, type Command } from '../../../document/index.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { DateField } from '../fields/DateField.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { SuggestField } from '../fields/server-choices.tsx';
import { TemplateField } from '../fields/step-fields.tsx';
import { useTexts } from '../texts.ts';
import { SaveTo } from './parts.tsx';
import { EVENTS } from '../model/events.ts';

export function WaitForm({ step }: { step: StepOf<'wait'> }) {
  const t = useTexts();
  const { execute, readOnly } = useEditor();
  const choose = (field: 'for' | 'until'): void => {
    execute(swapped(step.id, field));
  };
  return (
    <>
      <Segmented
        block
        size="small"
        aria-label={t('waitKind')}
        value={step.until === undefined ? 'for' : 'until'}
        disabled={readOnly}
        options={(['for', 'until'] as const).map((value) => ({ value, label: t(`wait.${value}`) }))}
        onChange={choose}
      />
      {step.until === undefined ? (
        <DurationField path={['for']} label={t('wait.for')} help={t('wait.help')} required />
      ) : (
        <DateField path={['until']} label={t('wait.until')} help={t('wait.help')} time required />
      )}
    </>
  );
}

/** A wait has one of both, so both change at once. */
function swapped(step: string, field: 'for' | 'until'): Command<unknown> {
  const command = configureStep({ step, path: [field], value: undefined });
  return {
    name: command.name,
    values: { id: step },
    run(document) {
      const { for: _, until: __, ...rest } = document.step(step) as StepOf<'wait'>;
      const value = field === 'for' ? '1h' : 'addTime(now, "1h")';
      document.put('steps', step, { ...rest, [field]: value } as StepOf<'wait'>);
      return { ok: true, value: undefined };
    },
  };
}

export function EventForm() {
  const t = useTexts();
  return (
    <>
      <SuggestField path={['event']} label={t('event')} help={t('event.help')} options={EVENTS} />
      <TemplateField path={['key']} label={t('eventKey')} help={t('eventKey.help')} optional />
      <SaveTo />
      <DurationField path={['timeout']} label={t('timeout')} help={t('event.timeout.help')} />
      <DateField path={['until']} label={t('event.until')} time />
    </>
  );
}
