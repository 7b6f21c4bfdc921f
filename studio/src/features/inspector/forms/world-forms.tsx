import type { StepOf } from '@scenarium/language';
import { Segmented } from 'antd';
import { configureStep } from '../../../document/index.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { usePart } from '../document-hooks.ts';
import { JsonField } from '../fields/JsonField.tsx';
import { MapRows } from '../fields/MapRows.tsx';
import { AgentField, ScenarioField, SuggestField } from '../fields/server-choices.tsx';
import { TemplateField } from '../fields/step-fields.tsx';
import { VariableField } from '../fields/VariableField.tsx';
import { MessageField } from '../messages/MessageField.tsx';
import { EVENTS } from '../model/events.ts';
import { languageName } from '../model/language-name.ts';
import { alone } from '../model/alone.ts';
import { useStepValue } from '../step-form.ts';
import { useTexts } from '../texts.ts';
import { Priority, Timeout } from './parts.tsx';

export function CallForm() {
  const t = useTexts();
  return (
    <>
      <ScenarioField path={['scenario']} label={t('scenario')} help={t('scenario.help')} />
      <MapRows path={['inputs']} title={t('inputs')} help={t('inputs.help')} add={t('addInput')} keys="theirs" />
      <MapRows path={['outputs']} title={t('outputs')} help={t('outputs.help')} add={t('addOutput')} keys="ours" />
      <VariableField path={['saveOutcome']} label={t('saveOutcome')} help={t('saveOutcome.help')} />
    </>
  );
}

export function HandoverForm({ step }: { step: StepOf<'handover'> }) {
  const t = useTexts();
  const { execute, readOnly } = useEditor();
  const choose = (kind: 'human' | 'agent'): void => {
    const value = kind === 'human' ? { kind } : { kind, agent: '' };
    execute(alone(configureStep({ step: step.id, path: ['to'], value })));
  };
  return (
    <>
      <Segmented
        block
        size="small"
        aria-label={t('handoverTo')}
        value={step.to.kind}
        disabled={readOnly}
        options={(['human', 'agent'] as const).map((value) => ({ value, label: t(`handover.${value}`) }))}
        onChange={choose}
      />
      {step.to.kind === 'agent' ? (
        <AgentField path={['to', 'agent']} label={t('agent')} help={t('agent.help')} />
      ) : (
        <Priority />
      )}
      <MessageField path={['text']} label={t('handover.text')} optional="text" rows={2} />
      <TemplateField path={['reason']} label={t('reason')} help={t('reason.help')} rows={2} optional />
      {step.to.kind === 'human' && <Timeout help={t('handover.timeout.help')} />}
    </>
  );
}

export function EmitForm() {
  const t = useTexts();
  const data = useStepValue<unknown>(['data']);
  return (
    <>
      <SuggestField path={['event']} label={t('event')} help={t('emit.help')} options={EVENTS} />
      <TemplateField path={['key']} label={t('eventKey')} help={t('emitKey.help')} optional />
      <JsonField
        label={t('data')}
        help={t('data.help')}
        value={data.value}
        placeholder={'{ "order": "{{ order }}" }'}
        write={data.write}
      />
    </>
  );
}

export function SetLanguageForm() {
  const t = useTexts();
  const locales = usePart(({ scenario }) => scenario.locales);
  return (
    <SuggestField
      path={['locale']}
      label={t('language')}
      help={t('language.help')}
      options={locales.map((value) => ({ value, label: `${languageName(value)} · ${value}` }))}
    />
  );
}
