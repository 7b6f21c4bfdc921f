import type { StepOf } from '@scenarium/language';
import { Select, Switch } from 'antd';
import { configureStep, freshId, removeText, writeText } from '../../../document/index.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { FieldRow } from '../fields/FieldRow.tsx';
import { ModelField } from '../fields/server-choices.tsx';
import { NumberField, TemplateField } from '../fields/step-fields.tsx';
import { MessageField } from '../messages/MessageField.tsx';
import { alone } from '../model/alone.ts';
import { together } from '../model/together.ts';
import { useTexts } from '../texts.ts';
import { AnswerFields } from './AnswerFields.tsx';
import { More } from './More.tsx';
import { SaveTo, Timeout } from './parts.tsx';

type Ask = StepOf<'ask'>;
type AnswerType = Ask['answer']['type'];

const TYPES = [
  'text',
  'choice',
  'number',
  'date',
  'datetime',
  'email',
  'phone',
  'pattern',
] as const satisfies AnswerType[];

export function AskForm({ step }: { step: Ask }) {
  const t = useTexts();
  const { execute, readOnly } = useEditor();
  const setCheck = (isOn: boolean): void => {
    const value = isOn ? { criterion: t('check.example') } : undefined;
    execute(alone(configureStep({ step: step.id, path: ['check'], value })));
  };
  return (
    <>
      <MessageField path={['prompt']} label={t('prompt')} rows={2} />
      <AnswerTypeField step={step} />
      <AnswerFields answer={step.answer} />
      <SaveTo />
      <MessageField path={['reprompt']} label={t('reprompt')} help={t('reprompt.help')} optional="again" />
      <NumberField path={['attempts']} label={t('attempts')} help={t('attempts.help')} min={1} max={20} />
      <Timeout />
      <FieldRow
        label={t('check')}
        help={t('check.help')}
        extra={
          <Switch
            size="small"
            aria-label={t('check')}
            checked={step.check !== undefined}
            disabled={readOnly}
            onChange={setCheck}
          />
        }
      >
        {null}
      </FieldRow>
      {step.check && (
        <>
          <TemplateField path={['check', 'criterion']} label={t('criterion')} help={t('criterion.help')} rows={2} />
          <More>
            <ModelField path={['check', 'model']} label={t('model')} help={t('model.help')} />
          </More>
        </>
      )}
    </>
  );
}

function AnswerTypeField({ step }: { step: Ask }) {
  const t = useTexts();
  const { store, execute, readOnly } = useEditor();

  function choose(type: AnswerType): void {
    const [locale = 'en'] = store.get().locales;
    const label = freshId(`${step.id}-option-1`, (id) => store.index.text(locale, id) !== undefined);
    const gone = step.answer.type === 'choice' ? step.answer.options.map((option) => option.label) : [];
    const answers = {
      choice: { type, options: [{ id: 'option-1', label }] },
      pattern: { type, pattern: '[0-9]+' },
    } as Partial<Record<AnswerType, object>>;
    execute(
      together('step.configure', { id: step.id }, [
        ...(type === 'choice' ? [writeText({ locale, id: label, text: '' })] : []),
        configureStep({ step: step.id, path: ['answer'], value: answers[type] ?? { type } }),
        ...gone.filter((id) => store.index.speakersOf(id).size <= 1).map((id) => removeText({ id })),
      ]),
    );
  }

  return (
    <FieldRow label={t('answer')} help={t(`answer.${step.answer.type}.help`)}>
      {(id) => (
        <Select<AnswerType>
          id={id}
          className="full"
          value={step.answer.type}
          disabled={readOnly}
          options={TYPES.map((value) => ({ value, label: t(`answer.${value}`) }))}
          onChange={choose}
        />
      )}
    </FieldRow>
  );
}
