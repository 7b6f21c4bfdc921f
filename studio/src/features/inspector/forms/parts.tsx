import { ChoiceField, NumberField, SwitchField } from '../fields/step-fields.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { ModelField } from '../fields/server-choices.tsx';
import { VariableField } from '../fields/VariableField.tsx';
import { useTexts } from '../texts.ts';

/** Where the result of a step goes. */
export function SaveTo() {
  const t = useTexts();
  return <VariableField path={['saveTo']} label={t('saveTo')} help={t('saveTo.help')} />;
}

/** How long a step may take. */
export function Timeout({ help }: { help?: string }) {
  const t = useTexts();
  return <DurationField path={['timeout']} label={t('timeout')} help={help ?? t('timeout.help')} />;
}

/** What every step that asks a model has. */
export function ModelParts({ history = true }: { history?: boolean }) {
  const t = useTexts();
  return (
    <>
      <ModelField path={['model']} label={t('model')} help={t('model.help')} />
      {history && <NumberField path={['history']} label={t('history')} help={t('history.help')} min={0} max={50} />}
    </>
  );
}

/** Is the answer said to the end user? */
export function Say() {
  const t = useTexts();
  return <SwitchField path={['say']} label={t('say')} help={t('say.help')} />;
}

/** How sure a step has to be. */
export function Threshold({ optional = false }: { optional?: boolean }) {
  const t = useTexts();
  return (
    <NumberField
      path={['threshold']}
      label={t('threshold')}
      help={t(optional ? 'threshold.answer.help' : 'threshold.help')}
      min={0}
      max={1}
      step={0.05}
      optional={optional}
    />
  );
}

/** How urgent a ticket is. */
export function Priority() {
  const t = useTexts();
  return (
    <ChoiceField
      path={['to', 'priority']}
      label={t('priority')}
      options={(['low', 'normal', 'high', 'urgent'] as const).map((value) => ({
        value,
        label: t(`priority.${value}`),
      }))}
    />
  );
}
