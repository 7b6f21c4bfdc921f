import type { StepOf } from '@scenarium/language';
import type { ReactNode } from 'react';
import { DateField } from '../fields/DateField.tsx';
import { ScalarField } from '../fields/ScalarField.tsx';
import { NumberField, SwitchField, TextField, WordsField } from '../fields/step-fields.tsx';
import { LabelledRows } from '../messages/LabelledRows.tsx';
import { useTexts } from '../texts.ts';
import { More } from './More.tsx';

type Answer = StepOf<'ask'>['answer'];

/** What is asked of each type of answer; a type that is missing here does not compile. */
const fields: { [T in Answer['type']]: (t: ReturnType<typeof useTexts>) => ReactNode } = {
  text: (t) => (
    <div className="pair">
      <NumberField path={['answer', 'minLength']} label={t('minLength')} min={0} />
      <NumberField path={['answer', 'maxLength']} label={t('maxLength')} min={1} max={10_000} />
    </div>
  ),
  number: (t) => (
    <>
      <div className="pair">
        <NumberField path={['answer', 'min']} label={t('min')} optional />
        <NumberField path={['answer', 'max']} label={t('max')} optional />
      </div>
      <SwitchField path={['answer', 'integer']} label={t('integer')} />
    </>
  ),
  date: (t) => (
    <>
      <DateField path={['answer', 'min']} label={t('earliest')} time={false} />
      <DateField path={['answer', 'max']} label={t('latest')} time={false} />
    </>
  ),
  datetime: (t) => (
    <>
      <DateField path={['answer', 'min']} label={t('earliest')} time />
      <DateField path={['answer', 'max']} label={t('latest')} time />
    </>
  ),
  email: () => null,
  phone: (t) => (
    <TextField path={['answer', 'country']} label={t('country')} help={t('country.help')} placeholder="RU" optional />
  ),
  pattern: (t) => <TextField path={['answer', 'pattern']} label={t('pattern')} help={t('pattern.help')} />,
  choice: (t) => (
    <LabelledRows
      path={['answer', 'options']}
      stem="option"
      title={t('options')}
      help={t('options.help')}
      add={t('addOption')}
      min={1}
      max={50}
    >
      {(path) => (
        <More>
          <WordsField path={[...path, 'synonyms']} label={t('synonyms')} help={t('synonyms.help')} />
          <div className="pair">
            <ScalarField path={[...path, 'value']} label={t('optionValue')} help={t('optionValue.help')} />
            <TextField path={[...path, 'id']} label={t('id')} />
          </div>
        </More>
      )}
    </LabelledRows>
  ),
};

/** What counts as an answer. */
export function AnswerFields({ answer }: { answer: Answer }) {
  return fields[answer.type](useTexts());
}
