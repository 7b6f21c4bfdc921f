import type { StepOf } from '@scenarium/language';
import { freshId } from '../../../document/index.ts';
import { BasesField } from '../fields/server-choices.tsx';
import { ChoiceField, NumberField, TemplateField, TextField, WordsField } from '../fields/step-fields.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { StepRows } from '../fields/StepRows.tsx';
import { MessageField } from '../messages/MessageField.tsx';
import { useTexts } from '../texts.ts';
import { AgentTools } from './AgentTools.tsx';
import { AnswerShape } from './AnswerShape.tsx';
import { More } from './More.tsx';
import { ModelParts, SaveTo, Say, Threshold, Timeout } from './parts.tsx';

type Intent = StepOf<'classify'>['intents'][number];

export function LlmForm({ step }: { step: StepOf<'llm'> }) {
  const t = useTexts();
  return (
    <>
      <TemplateField
        path={['instructions']}
        label={t('instructions')}
        help={t('instructions.help')}
        rows={3}
        optional
      />
      <TemplateField path={['prompt']} label={t('modelPrompt')} rows={3} />
      <AnswerShape step={step} />
      {!step.fields && <Say />}
      <SaveTo />
      <More>
        <ModelParts />
        <div className="pair">
          <NumberField path={['temperature']} label={t('temperature')} min={0} max={2} step={0.1} optional />
          <NumberField path={['maxTokens']} label={t('maxTokens')} min={1} max={100_000} optional />
        </div>
        <Timeout help={t('timeout.failed')} />
      </More>
    </>
  );
}

export function AgentForm() {
  const t = useTexts();
  return (
    <>
      <TemplateField path={['instructions']} label={t('goal')} help={t('goal.help')} rows={4} />
      <TemplateField path={['input']} label={t('input')} rows={2} />
      <AgentTools />
      <MessageField path={['confirm']} label={t('confirm')} help={t('confirm.help')} optional="confirm" rows={2} />
      <Say />
      <SaveTo />
      <More>
        <ModelParts />
        <div className="pair">
          <NumberField path={['limits', 'rounds']} label={t('rounds')} min={1} max={30} />
          <NumberField path={['limits', 'cost']} label={t('cost')} min={0.01} step={0.1} optional />
        </div>
        <DurationField path={['limits', 'time']} label={t('workTime')} help={t('limits.help')} required fixed />
      </More>
    </>
  );
}

export function AnswerForm() {
  const t = useTexts();
  return (
    <>
      <TemplateField path={['question']} label={t('question')} rows={2} />
      <BasesField path={['bases']} label={t('bases')} placeholder={t('allBases')} />
      <TemplateField
        path={['instructions']}
        label={t('instructions')}
        help={t('answerInstructions.help')}
        rows={3}
        optional
      />
      <Say />
      <SaveTo />
      <More>
        <WordsField path={['sources']} label={t('sources')} help={t('sources.help')} />
        <Threshold optional />
        <ModelParts />
        <Timeout help={t('timeout.failed')} />
      </More>
    </>
  );
}

export function ClassifyForm() {
  const t = useTexts();
  return (
    <>
      <TemplateField path={['input']} label={t('input')} />
      <StepRows<Intent>
        path={['intents']}
        title={t('intents')}
        help={t('intents.help')}
        add={t('addIntent')}
        min={1}
        max={50}
        fresh={(all) => ({
          id: freshId('intent-1', (id) => all.some((one) => one.id === id)),
          description: '',
          examples: [],
        })}
      >
        {(_, path) => (
          <>
            <TextField path={[...path, 'id']} label={t('intentId')} />
            <TextField path={[...path, 'description']} label={t('meaning')} />
            <WordsField path={[...path, 'examples']} label={t('examples')} help={t('examples.help')} />
          </>
        )}
      </StepRows>
      <SaveTo />
      <More>
        <ChoiceField
          path={['by']}
          label={t('by.kind')}
          options={(['auto', 'model', 'examples'] as const).map((value) => ({ value, label: t(`by.${value}`) }))}
        />
        <Threshold />
        <ModelParts history={false} />
        <Timeout help={t('timeout.failed')} />
      </More>
    </>
  );
}
